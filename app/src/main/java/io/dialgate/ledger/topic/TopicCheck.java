package io.dialgate.ledger.topic;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.verify.Replay;
import io.dialgate.wire.Topics;

/**
 * Checks whole logs on the audit topic: every committed entry, from the first to the last, against every head that was signed.
 * Memory: the heads that are given to it, and the last tile of each level. Confined to one thread.
 */
public final class TopicCheck implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int POLL_RECORDS = 10_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String topic;

  /** Looks at each entry once its place in the log is clear. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes an entry.
     *
     * @throws NotProven to end the check here
     */
    void visit(StoredEntry entry) throws NotProven;
  }

  /**
   * Connects when it is first used.
   *
   * @param client what every Kafka client is given
   * @param prefix of the topics' names
   */
  public TopicCheck(Map<String, Object> client, String prefix) {
    this.topic = Topics.AUDIT.name(prefix);
    Map<String, Object> whole = LogTopic.promptly(LogTopic.committedOnly(client));
    whole.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
    this.consumer = new KafkaConsumer<>(whole, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Checks a log.
   *
   * @param log its partition
   * @param origin its name
   * @param heads that were signed, in any order
   * @param each looks at every entry
   * @return the head over all entries: larger than the last signed one if some are not signed yet
   * @throws NotProven if the log is broken, with the first thing that is wrong
   */
  public TreeHead check(int log, String origin, Collection<TreeHead> heads, Visitor each) throws NotProven {
    Replay replay = Replay.against(heads);
    var leafHash = new LeafHash();
    long[] next = {0};
    read(log, record -> {
      StoredEntry entry = StoredEntry.of(record);
      entry.requireNext(origin, next[0]++);
      each.visit(entry);
      replay.append(leafHash.of(entry.bytes()));
    });
    TreeHead end = replay.head();
    replay.requireReached(end.size(), origin);
    return end;
  }

  /** Takes entries until it has enough. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Takes an entry.
     *
     * @return whether it wants the next one
     */
    boolean take(StoredEntry entry) throws NotProven, IOException;
  }

  /** Hands on committed entries from an offset on, until there are no more, or nobody wants them. */
  public void readFrom(int log, long offset, Taker taker) throws NotProven, IOException {
    TopicPartition partition = new TopicPartition(topic, log);
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    long end = end(partition);
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
        if (!taker.take(StoredEntry.of(record))) {
          return;
        }
      }
    }
  }

  /** Reads a log as any consumer would, and does nothing with it: what a check can be compared with. The bytes of all values. */
  public long readOnly(int log) throws NotProven {
    long[] bytes = {0};
    read(log, record -> bytes[0] += record.serializedValueSize());
    return bytes[0];
  }

  /** About how many entries a log has: marks of transactions are counted too. */
  public long size(int log) {
    TopicPartition partition = new TopicPartition(topic, log);
    consumer.assign(List.of(partition));
    return end(partition)
        - Objects.requireNonNull(consumer.beginningOffsets(List.of(partition)).get(partition));
  }

  private long end(TopicPartition partition) {
    return Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
  }

  private void read(int log, Step step) throws NotProven {
    TopicPartition partition = new TopicPartition(topic, log);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long end = end(partition);
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
        if (record.offset() < end) {
          step.take(record);
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Something done to a record. */
  private interface Step {
    void take(ConsumerRecord<byte[], byte[]> record) throws NotProven;
  }
}
