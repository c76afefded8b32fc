package io.dialgate.bridge.outbox;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/** Where partitions begin that the group has never read. For one thread. */
final class Beginnings {

  private final Consumer<?, ?> consumer;
  private final Mailroom mailroom;
  private final InstantSource clock;

  Beginnings(Consumer<?, ?> consumer, Mailroom mailroom, InstantSource clock) {
    this.consumer = consumer;
    this.mailroom = mailroom;
    this.clock = clock;
  }

  /** Those that have no position, and whose topic is not read from its beginning, go as far back as is set. */
  void seek(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> late = new HashMap<>();
    var committed = consumer.committed(new HashSet<>(partitions));
    partitions.stream().filter(it -> committed.get(it) == null && mailroom.startsLate(it))
        .forEach(it -> late.put(it, clock.instant().minus(mailroom.reach()).toEpochMilli()));
    // Asked for first, and not left to the next poll: what arrives in between must not be skipped.
    Map<TopicPartition, Long> ends = consumer.endOffsets(late.keySet());
    Map<TopicPartition, OffsetAndMetadata> begun = new HashMap<>();
    consumer.offsetsForTimes(late).forEach((partition, found) -> begun.put(partition,
        new OffsetAndMetadata(found == null ? Objects.requireNonNull(ends.get(partition)) : found.offset())));
    begun.forEach(consumer::seek);
    commit(begun);
  }

  /** At once: a partition of which nothing was read would begin anew after a long pause, and skip what came meanwhile. */
  private void commit(Map<TopicPartition, OffsetAndMetadata> begun) {
    try {
      consumer.commitSync(begun);
    } catch (RebalanceInProgressException | CommitFailedException _) {
      // They are given to somebody else, or again to us, who begins as well.
    }
  }
}
