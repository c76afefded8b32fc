package io.dialgate.ledger.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.wire.Topics;

/**
 * Looks single entries up on the audit topic. Offsets have gaps, where transactions ended or were given up, so that an index is
 * found by bisection: some thirty reads in a log of a thousand million entries. Confined to one thread.
 */
public final class LogTopic implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  /** What one look fetches, in bytes: more than an entry, much less than a consumer's usual batch. */
  private static final int FETCH_BYTES = 96 << 10;

  /** How long the broker waits for more at the end of a log, in milliseconds: there, what ends a transaction is all there is. */
  private static final int AT_END_MILLIS = 20;

  /** How long a record that is there may take to come. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String topic;

  /**
   * Connects when it is first used.
   *
   * @param client what every Kafka client is given
   * @param prefix of the topics' names
   */
  public LogTopic(Map<String, Object> client, String prefix) {
    this.topic = Topics.AUDIT.name(prefix);
    Map<String, Object> small = promptly(committedOnly(client));
    small.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    this.consumer = new KafkaConsumer<>(small, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The settings of a client that sees what is committed, from the beginning, and belongs to no group. */
  public static Map<String, Object> committedOnly(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    return settings;
  }

  /** The same for who reads to the end, and no further. */
  static Map<String, Object> promptly(Map<String, Object> settings) {
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, AT_END_MILLIS);
    return settings;
  }

  /** How many logs there are: one a partition. */
  public int logs() {
    return consumer.partitionsFor(topic).size();
  }

  /** The last committed entry of a log; empty if it has none. */
  public Optional<StoredEntry> last(int log) throws NotProven {
    TopicPartition partition = assign(log);
    long begin = begin(partition);
    long end = end(partition);
    Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
    long from = end;
    // What ends a transaction takes offsets too, and what was given up: the last record may lie a good deal before the end.
    for (long back = 2; last.isEmpty() && from > begin; back *= 2) {
      from = Math.max(begin, end - back);
      last = lastBetween(partition, from, end);
    }
    return read(last);
  }

  private Optional<ConsumerRecord<byte[], byte[]>> lastBetween(TopicPartition partition, long from, long end) {
    Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
    Optional<ConsumerRecord<byte[], byte[]>> next = firstFrom(partition, from, end);
    while (next.isPresent()) {
      last = next;
      next = firstFrom(partition, next.get().offset() + 1, end);
    }
    return last;
  }

  /**
   * The entry of a log that has this index; empty if the log is shorter.
   *
   * @throws NotProven if the log has a gap there
   */
  public Optional<StoredEntry> at(int log, long index) throws NotProven {
    TopicPartition partition = assign(log);
    long end = end(partition);
    long low = begin(partition);
    long high = end;
    Optional<StoredEntry> found = Optional.empty();
    while (low < high) {
      long middle = low + (high - low) / 2;
      Optional<StoredEntry> entry = read(firstFrom(partition, middle, end));
      if (entry.isEmpty() || entry.get().content().index() >= index) {
        found = entry.isEmpty() ? found : entry;
        high = middle;
      } else {
        low = entry.get().offset() + 1;
      }
    }
    if (found.isPresent() && found.get().content().index() != index) {
      throw NotProven.at(index, "%s at offset %d".formatted(partition, found.get().offset()), "index " + index,
          "index " + found.get().content().index());
    }
    return found;
  }

  private TopicPartition assign(int log) {
    TopicPartition partition = new TopicPartition(topic, log);
    consumer.assign(List.of(partition));
    return partition;
  }

  private long begin(TopicPartition partition) {
    return Objects.requireNonNull(consumer.beginningOffsets(List.of(partition)).get(partition));
  }

  private long end(TopicPartition partition) {
    return Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
  }

  /** The first committed record at an offset or after it, and before the end. */
  private Optional<ConsumerRecord<byte[], byte[]>> firstFrom(TopicPartition partition, long offset, long end) {
    if (offset >= end) {
      return Optional.empty();
    }
    consumer.seek(partition, offset);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) < end) {
      List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
      if (!records.isEmpty()) {
        return Optional.of(records.getFirst()).filter(record -> record.offset() < end);
      }
      if (System.nanoTime() > deadline) {
        throw new KafkaException(
            "expected a record of %s between %d and %d within %s, but got none; see the broker's log"
                .formatted(partition, offset, end, PATIENCE));
      }
    }
    return Optional.empty();
  }

  private Optional<StoredEntry> read(Optional<ConsumerRecord<byte[], byte[]>> record) throws NotProven {
    return record.isEmpty() ? Optional.empty() : Optional.of(StoredEntry.of(record.get()));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
