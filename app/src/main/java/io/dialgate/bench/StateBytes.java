package io.dialgate.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;

/** What a contestant keeps: keys and values of its stores, before any compression, as their changelogs tell it. */
final class StateBytes {

  private static final String CHANGELOG = "-changelog";
  private static final Duration POLL = Duration.ofMillis(200);

  private StateBytes() {}

  /** Notes the bytes of each customer: of all stores, and of each. */
  static void note(Bench bench, Contestant contestant, int customers, Figures figures) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bench.bootstrapServers(), "isolation.level",
        "read_committed", "enable.auto.commit", false);
    try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Map<String, Long> stores = new HashMap<>();
      consumer.listTopics().keySet().stream()
          .filter(topic -> topic.startsWith(contestant.group() + "-") && topic.endsWith(CHANGELOG))
          .forEach(topic -> stores.put(
              topic.substring(contestant.group().length() + 1, topic.length() - CHANGELOG.length()),
              bytes(consumer, topic)));
      double all = stores.values().stream().mapToLong(Long::longValue).sum();
      figures.add("state bytes per customer", contestant.name(), all / customers);
      stores.forEach((store, bytes) -> figures.add("of it, " + store, contestant.name(), (double) bytes / customers));
    }
  }

  /** Of the latest value of each key. */
  private static long bytes(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<TopicPartition> all = consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition())).toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    Map<Bytes, Integer> latest = new HashMap<>();
    while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(record -> {
        if (record.value() == null) {
          latest.remove(Bytes.wrap(record.key()));
        } else {
          latest.put(Bytes.wrap(record.key()), record.key().length + record.value().length);
        }
      });
    }
    return latest.values().stream().mapToLong(Integer::longValue).sum();
  }
}
