package io.dialgate.runtime.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

import io.dialgate.ledger.topic.LogTopic;
import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.DncRecord;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.json.EntryJson;
import io.dialgate.wire.registry.ConfluentRegistry;

/**
 * The entries of a number as the table published them. The topic is compacted: what stood then can be told as long as Kafka
 * keeps what was replaced, 35 days at least, and what stands now always.
 */
public final class DncStanding {

  private static final Duration POLL = Duration.ofMillis(200);

  private DncStanding() {}

  /**
   * Reads the number's partition of {@code dnc-entries}.
   *
   * @param until what was published later is not looked at
   * @return the entries, each field by its name
   */
  public static List<Map<String, @Nullable Object>> at(Settings settings, Cluster cluster, String e164, Instant until) {
    byte[] key = e164.getBytes(StandardCharsets.UTF_8);
    byte[] last = null;
    try (var consumer = new KafkaConsumer<>(LogTopic.committedOnly(settings.client(cluster.bootstrapServers())),
        new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var registry = new ConfluentRegistry(cluster.schemaRegistry().toString())) {
      String topic = Topics.DNC_ENTRIES.name(settings.topics().prefix());
      int partitions = consumer.partitionsFor(topic).size();
      var partition = new TopicPartition(topic, Utils.toPositive(Utils.murmur2(key)) % partitions);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (Arrays.equals(record.key(), key) && record.timestamp() <= until.toEpochMilli()) {
            last = record.value();
          }
        }
      }
      DncRecord standing = new AvroDeserializer<>(DncRecord.class, registry).deserialize(topic, last);
      return standing == null ? List.of() : standing.getEntries().stream().map(EntryJson::of).toList();
    } catch (KafkaException e) {
      throw new Unreachable("expected a running gate at %s, but got '%s'; start one with 'dialgate up', or set %s"
          .formatted(cluster.bootstrapServers(), e.getMessage(), "kafka.bootstrap.servers"), e);
    }
  }
}
