package io.dialgate.bridge.delivery;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Over the JDK's client, HTTP/1.1. It follows no redirect: a token and a person's number go where a setting says, and nowhere
 * else.
 */
public final class JdkExchange implements Exchange, AutoCloseable {

  /** Bytes of an answer that are read; a longer one counts as none. */
  public static final int MAX_ANSWER_BYTES = 1 << 20;

  private final HttpClient client;
  private final Duration whole;

  /**
   * A client of its own.
   *
   * @param whole how long a request may take from its first byte to its answer's last
   */
  public JdkExchange(Duration whole) {
    this.whole = whole;
    this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(whole).build();
  }

  /** The client's own time-out ends with the answer's head; ours with its last byte. */
  @Override
  public Reply send(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request,
        BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
    try {
      HttpResponse<byte[]> response = answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply.Answer(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Reply.NoAnswer("no whole answer within " + whole);
    } catch (ExecutionException e) {
      return new Reply.NoAnswer(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw e;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
