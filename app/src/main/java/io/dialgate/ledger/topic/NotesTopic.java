package io.dialgate.ledger.topic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import io.dialgate.wire.Topics;

/**
 * Reads the signed notes of {@code audit-checkpoints} as they lie there; nothing in them is believed. Confined to one thread.
 */
public final class NotesTopic implements AutoCloseable {

  /** How many of a log's last notes are read back: signers that took turns may have left a smaller head after a larger one. */
  public static final int LAST = 16;

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int FIRST_LOOK = 1_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicPartition partition;

  /**
   * Connects when it is first used.
   *
   * @param client what every Kafka client is given
   * @param prefix of the topics' names
   */
  public NotesTopic(Map<String, Object> client, String prefix) {
    this.consumer = new KafkaConsumer<>(LogTopic.promptly(LogTopic.committedOnly(client)), new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
    // It has one partition: the order of all heads is the order in which they were signed.
    this.partition = new TopicPartition(Topics.AUDIT_CHECKPOINTS.name(prefix), 0);
    consumer.assign(List.of(partition));
  }

  /**
   * The last notes of these logs, the oldest first, at most {@value #LAST} each. It looks from the end backwards, so that the
   * topic's length does not matter while every log was signed of late.
   */
  public Map<String, List<byte[]>> last(Collection<String> origins) {
    long begin = begin();
    long end = end();
    Map<String, Deque<byte[]>> notes = new HashMap<>();
    for (long look = FIRST_LOOK;; look *= 4) {
      long from = Math.max(begin, end - look);
      notes.clear();
      read(from, end, (origin, note) -> {
        if (origins.contains(origin)) {
          Deque<byte[]> last = notes.computeIfAbsent(origin, _ -> new ArrayDeque<>());
          last.addLast(note);
          if (last.size() > LAST) {
            last.removeFirst();
          }
        }
      });
      if (from == begin || notes.size() == origins.size()) {
        Map<String, List<byte[]>> found = new HashMap<>();
        notes.forEach((origin, last) -> found.put(origin, List.copyOf(last)));
        return found;
      }
    }
  }

  /** Hands on every note there is now, in its order, by the origin under which it was written. */
  public void forEach(BiConsumer<String, byte[]> visitor) {
    read(begin(), end(), visitor);
  }

  private void read(long from, long end, BiConsumer<String, byte[]> visitor) {
    consumer.seek(partition, from);
    while (consumer.position(partition) < end) {
      consumer.poll(POLL).records(partition).forEach(record -> {
        if (record.key() != null && record.value() != null) {
          visitor.accept(new String(record.key(), StandardCharsets.UTF_8), record.value());
        }
      });
    }
  }

  private long begin() {
    return Objects.requireNonNull(consumer.beginningOffsets(List.of(partition)).get(partition));
  }

  private long end() {
    return Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
