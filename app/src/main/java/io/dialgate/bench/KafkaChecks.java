package io.dialgate.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.dialgate.schemas.DialDecision;
import io.dialgate.wire.Topics;

/** Dial checks over Kafka, each asked and waited for, as a connection of HTTP does. For several threads. */
final class KafkaChecks implements AutoCloseable {

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

  private final String requests;
  private final Map<String, CompletableFuture<Long>> waiting = new ConcurrentHashMap<>();
  private final Sender sender;
  private final Reader<DialDecision> decisions;

  KafkaChecks(Bench bench, Contestant gate) {
    requests = Topics.DIAL_REQUESTS.name(gate.prefix());
    decisions = new Reader<>(bench, Topics.DIAL_DECISIONS, gate.prefix(), DialDecision.class, (decision, at) -> {
      CompletableFuture<Long> waiter = waiting.remove(decision.getRequestId());
      if (waiter != null) {
        waiter.complete(at);
      }
    });
    // As the API sends too: single records at once would be what is measured, not the gate.
    sender = Sender.plain(bench);
  }

  /** Asks, and returns when the decision has been read, in nanoseconds of this JVM. */
  long ask(String id, String number) {
    var answered = new CompletableFuture<Long>();
    waiting.put(id, answered);
    sender.send(requests, number, Workload.request(id, number), (_, _) -> {});
    return answered.orTimeout(ANSWERED_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    sender.close();
    decisions.close();
  }
}
