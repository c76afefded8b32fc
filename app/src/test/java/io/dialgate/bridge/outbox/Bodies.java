package io.dialgate.bridge.outbox;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;

/** Reads what a request would send. */
final class Bodies {

  private Bodies() {}

  static String of(HttpRequest request) {
    BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
    request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<ByteBuffer>() {
      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        text.onSubscribe(subscription);
      }

      @Override
      public void onNext(ByteBuffer bytes) {
        text.onNext(List.of(bytes));
      }

      @Override
      public void onError(Throwable failure) {
        text.onError(failure);
      }

      @Override
      public void onComplete() {
        text.onComplete();
      }
    });
    return text.getBody().toCompletableFuture().join();
  }
}
