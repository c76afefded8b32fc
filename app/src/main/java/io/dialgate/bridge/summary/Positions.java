package io.dialgate.bridge.summary;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where an interval begins: for each partition an offset, and with it, as the offset's metadata, the instant.
 *
 * @param consumer that the partitions are assigned to
 */
record Positions(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {

  static OffsetAndMetadata at(long offset, Instant instant) {
    return new OffsetAndMetadata(offset, instant.toString());
  }

  /**
   * Goes to where the last interval ended, and says when that was.
   *
   * @param first when the first interval begins, if there was none; kept at once, so that a start that comes to nothing does not
   *        move it. A partition that was added since the last one begins then too
   */
  Instant begin(Instant first) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(partitions));
    Optional<Instant> last = committed.values().stream().filter(Objects::nonNull).map(Positions::instant)
        .flatMap(Optional::stream).findFirst();
    Instant from = last.orElse(first);
    Map<TopicPartition, Long> unknown = new HashMap<>();
    partitions.stream().filter(one -> committed.get(one) == null)
        .forEach(one -> unknown.put(one, from.toEpochMilli()));
    partitions.stream().filter(one -> committed.get(one) != null)
        .forEach(one -> consumer.seek(one, Objects.requireNonNull(committed.get(one)).offset()));
    // Asked for before the times: what arrives in between is not skipped.
    Map<TopicPartition, Long> ends = consumer.endOffsets(unknown.keySet());
    Map<TopicPartition, OffsetAndMetadata> begun = new HashMap<>();
    consumer.offsetsForTimes(unknown).forEach((one, found) -> begun.put(one,
        at(found == null ? Objects.requireNonNull(ends.get(one)) : found.offset(), from)));
    begun.forEach(consumer::seek);
    consumer.commitSync(begun);
    return from;
  }

  private static Optional<Instant> instant(OffsetAndMetadata committed) {
    try {
      return Optional.of(Instant.parse(committed.metadata()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
