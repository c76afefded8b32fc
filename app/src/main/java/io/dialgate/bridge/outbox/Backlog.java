package io.dialgate.bridge.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far behind an outbox is. Measured by its thread, read by any. */
final class Backlog {

  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

  private final Consumer<?, ?> consumer;
  private final InstantSource clock;
  private Instant next = Instant.EPOCH;
  private volatile long records;
  private volatile long oldestMillis;

  Backlog(Consumer<?, ?> consumer, InstantSource clock) {
    this.consumer = consumer;
    this.clock = clock;
  }

  long records() {
    return records;
  }

  Duration oldest() {
    long oldest = oldestMillis;
    return oldest == 0 ? Duration.ZERO : Duration.ofMillis(Math.max(0, clock.millis() - oldest));
  }

  /** @param open the round that is not committed; null if there is none */
  void measure(@Nullable Round open) {
    oldestMillis = open == null ? 0 : open.oldest().orElse(0);
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(EVERY);
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), ANSWER_WITHIN);
      records = ends.entrySet().stream()
          .mapToLong(end -> Math.max(0, end.getValue() - settled(end.getKey(), open))).sum();
    } catch (KafkaException e) {
      // The figure of before stands; the loop itself finds out whether the broker is gone.
      records = Math.max(records, 0);
    }
  }

  private long settled(TopicPartition partition, @Nullable Round open) {
    Long start = open == null ? null : open.starts().get(partition);
    return start == null ? consumer.position(partition, ANSWER_WITHIN) : start;
  }
}
