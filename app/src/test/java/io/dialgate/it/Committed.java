package io.dialgate.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import io.dialgate.wire.Topic;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.registry.SchemaRegistry;

/** Reads a topic as everybody should: what is committed, and nothing else. For one thread at a time. */
final class Committed<V> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Function<ConsumerRecord<byte[], byte[]>, V> decode;
  private final List<TopicPartition> partitions;
  private final List<Seen<V>> seen = new ArrayList<>();

  Committed(String bootstrapServers, String prefix, Topic<V> topic, SchemaRegistry registry) {
    consumer = new KafkaConsumer<>(
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
        new ByteArrayDeserializer(), new ByteArrayDeserializer());
    decode = decoder(topic, registry);
    partitions = consumer.partitionsFor(topic.name(prefix)).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** All from the beginning to the end, as it is when this is called. */
  List<Seen<V>> upToNow() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
      consumer.poll(POLL).forEach(record -> seen.add(new Seen<>(record, decode.apply(record))));
    }
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    consumer.close();
  }

  @SuppressWarnings("unchecked")
  private static <V> Function<ConsumerRecord<byte[], byte[]>, V> decoder(Topic<V> topic, SchemaRegistry registry) {
    if (topic.value() == byte[].class) {
      return record -> (V) record.value();
    }
    var values = new AvroDeserializer<>((Class<? extends SpecificRecord>) topic.value(), registry);
    return record -> (V) values.deserialize(record.topic(), record.value());
  }
}
