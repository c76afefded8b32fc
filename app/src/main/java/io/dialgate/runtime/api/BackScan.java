package io.dialgate.runtime.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.ledger.topic.LogTopic;

/** Looks through a partition of a topic, newest record first, within bounds. Safe for several threads. */
final class BackScan {

  /** Records that one look passes over at most. */
  static final int MAX_RECORDS = 500_000;

  /** Looks at once; more are refused. */
  static final int MAX_AT_ONCE = 4;

  private static final Logger LOG = LoggerFactory.getLogger(BackScan.class);
  private static final int CHUNK = 20_000;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration GIVES_UP_AFTER = Duration.ofSeconds(20);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final String topic;
  private final Semaphore looks = new Semaphore(MAX_AT_ONCE);

  /** Takes each record. */
  @FunctionalInterface
  interface Visitor {
    /** Takes a record, and says whether that was enough. */
    boolean visit(ConsumerRecord<byte[], byte[]> record);
  }

  /**
   * How far a look went.
   *
   * @param complete whether it came to the partition's beginning
   * @param since the time of the oldest record that it passed; null: there was none
   */
  record Looked(boolean complete, @Nullable Instant since) {}

  BackScan(Map<String, Object> client, String topic) {
    this(topic, () -> new KafkaConsumer<>(LogTopic.committedOnly(new HashMap<>(client)), new ByteArrayDeserializer(),
        new ByteArrayDeserializer()));
  }

  /** @param consumers makes one for each look, which closes it */
  BackScan(String topic, Supplier<Consumer<byte[], byte[]>> consumers) {
    this.consumers = consumers;
    this.topic = topic;
  }

  /**
   * Looks through the partition of a key.
   *
   * @return empty if there are too many looks at once, or the topic cannot be read
   */
  Optional<Looked> look(byte[] key, Visitor visitor) {
    if (!looks.tryAcquire()) {
      return Optional.empty();
    }
    try (var consumer = consumers.get()) {
      int partitions = consumer.partitionsFor(topic).size();
      var partition = new TopicPartition(topic, Utils.toPositive(Utils.murmur2(key)) % partitions);
      consumer.assign(List.of(partition));
      return Optional.of(look(consumer, partition, visitor));
    } catch (KafkaException e) {
      LOG.atWarn().addKeyValue("topic", topic).setCause(e).log("could not be looked through");
      return Optional.empty();
    } finally {
      looks.release();
    }
  }

  private static Looked look(Consumer<byte[], byte[]> consumer, TopicPartition partition, Visitor visitor) {
    long first = Objects.requireNonNull(consumer.beginningOffsets(List.of(partition)).get(partition));
    long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
    long deadline = System.nanoTime() + GIVES_UP_AFTER.toNanos();
    Instant since = null;
    int passed = 0;
    while (end > first && passed < MAX_RECORDS && System.nanoTime() < deadline) {
      long begin = Math.max(first, end - CHUNK);
      List<ConsumerRecord<byte[], byte[]>> chunk = read(consumer, partition, begin, end, deadline);
      for (ConsumerRecord<byte[], byte[]> record : chunk.reversed()) {
        since = Instant.ofEpochMilli(record.timestamp());
        if (visitor.visit(record)) {
          return new Looked(false, since);
        }
      }
      passed += chunk.size();
      end = begin;
    }
    return new Looked(end <= first, since);
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(Consumer<byte[], byte[]> consumer,
      TopicPartition partition, long begin, long end, long deadline) {
    List<ConsumerRecord<byte[], byte[]>> chunk = new ArrayList<>();
    consumer.seek(partition, begin);
    while (consumer.position(partition) < end && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
        if (record.offset() < end) {
          chunk.add(record);
        }
      }
    }
    return chunk;
  }
}
