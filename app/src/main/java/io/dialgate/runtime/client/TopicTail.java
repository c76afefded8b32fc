package io.dialgate.runtime.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.dialgate.wire.avro.AvroDeserializer;

/**
 * What is written to a topic from now on. Only what is committed is seen.
 *
 * @param <V> the topic's values
 */
public final class TopicTail<V extends SpecificRecord> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, V> consumer;
  private final int partitions;

  /** Stands at the end of every partition when it returns: nothing that is caused afterwards can be missed. */
  public TopicTail(Map<String, Object> client, String topic, AvroDeserializer<V> values) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values);
    List<TopicPartition> all = consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    partitions = all.size();
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
  }

  /** Stands at these offsets, by partition, and of the others at the end. */
  static <V extends SpecificRecord> TopicTail<V> from(Map<String, Object> client, String topic,
      AvroDeserializer<V> values, Map<Integer, Long> offsets) {
    var tail = new TopicTail<>(client, topic, values);
    tail.consumer.assignment().forEach(one -> {
      Long offset = offsets.get(one.partition());
      if (offset != null) {
        tail.consumer.seek(one, offset);
      }
    });
    return tail;
  }

  int partitions() {
    return partitions;
  }

  /** Hands on what has been written since, waiting a moment for it. */
  public void poll(Consumer<V> seen) {
    consumer.poll(POLL).forEach(record -> Optional.ofNullable(record.value()).ifPresent(seen));
  }

  /** The offset behind what was handed on, by partition. */
  Map<Integer, Long> positions() {
    Map<Integer, Long> positions = new TreeMap<>();
    consumer.assignment().forEach(one -> positions.put(one.partition(), consumer.position(one)));
    return positions;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
