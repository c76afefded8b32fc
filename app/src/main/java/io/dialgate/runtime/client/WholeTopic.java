package io.dialgate.runtime.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.wire.Topic;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.registry.ConfluentRegistry;

/**
 * All that is committed on a topic at this moment, from its first record to its last.
 *
 * @param <V> the topic's values
 */
public final class WholeTopic<V extends SpecificRecord> implements AutoCloseable {

  /**
   * Takes each record.
   *
   * @param <V> the topic's values
   */
  @FunctionalInterface
  public interface Visitor<V> {

    /**
     * One record.
     *
     * @param key empty if it has none
     * @param value null: it is a tombstone
     */
    void visit(String key, @Nullable V value);
  }

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, V> consumer;
  private final Map<TopicPartition, Long> ends;
  private long read;

  /**
   * Finds where the topic begins and ends.
   *
   * @throws Unreachable if the broker or the topic cannot be reached
   */
  public WholeTopic(Settings settings, Cluster cluster, Topic<V> topic, Class<V> type) {
    Map<String, Object> client = new HashMap<>(settings.client(cluster.bootstrapServers()));
    client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer = new KafkaConsumer<>(client, new StringDeserializer(),
        new AvroDeserializer<>(type, new ConfluentRegistry(cluster.schemaRegistry().toString())));
    try {
      List<TopicPartition> all = consumer.partitionsFor(topic.name(settings.topics().prefix())).stream()
          .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
      consumer.assign(all);
      ends = consumer.endOffsets(all);
      consumer.seekToBeginning(all);
    } catch (KafkaException e) {
      consumer.close();
      throw new Unreachable("expected a running gate at %s, but got '%s'; start one with 'dialgate up', or set %s"
          .formatted(cluster.bootstrapServers(), e.getMessage(), "kafka.bootstrap.servers"), e);
    }
  }

  /** About how many records there are: deleted ones and marks of transactions are counted too. */
  public long size() {
    return ends.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How far it has come, counted like {@link #size}. */
  public long read() {
    return read;
  }

  /** Hands on each record, partition by partition in its order, without tombstones. */
  public void forEach(Consumer<V> visitor) {
    forEach((_, value) -> {
      if (value != null) {
        visitor.accept(value);
      }
    });
  }

  /** Hands on each record, tombstones too, partition by partition in its order. */
  public void forEach(Visitor<V> visitor) {
    while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(record -> {
        Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
        if (end != null && record.offset() < end) {
          visitor.visit(record.key() == null ? "" : record.key(), record.value());
        }
      });
      read = ends.keySet().stream().mapToLong(consumer::position).sum();
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
