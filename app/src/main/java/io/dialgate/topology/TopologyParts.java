package io.dialgate.topology;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.TimestampExtractor;

import io.dialgate.wire.Topic;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.avro.AvroSerializer;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * Sources and sinks for topics that are declared in {@link io.dialgate.wire.Topics}.
 *
 * @param prefix of the topics' names
 * @param registry of their schemas
 */
public record TopologyParts(String prefix, SchemaRegistry registry) {

  /** The topic's name on the broker. */
  public String name(Topic<?> topic) {
    return topic.name(prefix);
  }

  /** Reads a topic from its first record on, key and value as bytes. */
  public void rawSource(Topology topology, String node, TimestampExtractor order, Topic<?> topic) {
    topology.addSource(AutoOffsetReset.earliest(), node, order, new ByteArrayDeserializer(),
        new ByteArrayDeserializer(), name(topic));
  }

  /** Writes Avro records under text keys. */
  public <R extends SpecificRecord> void avroSink(Topology topology, String node, Topic<R> topic, String... parents) {
    topology.addSink(node, name(topic), new StringSerializer(), new AvroSerializer<R>(registry), parents);
  }

  /** Writes bytes under bytes. */
  public void rawSink(Topology topology, String node, Topic<?> topic, String... parents) {
    topology.addSink(node, name(topic), new ByteArraySerializer(), new ByteArraySerializer(), parents);
  }

  /** Writes bytes under bytes, each record to every partition. */
  public void multicastSink(Topology topology, String node, Topic<?> topic, String... parents) {
    topology.addSink(node, name(topic), new ByteArraySerializer(), new ByteArraySerializer(), everyPartition(),
        parents);
  }

  private static StreamPartitioner<Object, Object> everyPartition() {
    return (topic, key, value, partitions) -> Optional
        .of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
  }

  /** Reads records of our own. */
  public <R extends SpecificRecord> Deserializer<R> avroDeserializer(Class<R> type) {
    var deserializer = new AvroDeserializer<>(type, registry);
    return (topic, bytes) -> Patience.read(topic, () -> deserializer.deserialize(topic, bytes));
  }
}
