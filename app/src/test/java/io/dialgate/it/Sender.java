package io.dialgate.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import io.dialgate.wire.Topic;
import io.dialgate.wire.avro.AvroSerializer;
import io.dialgate.wire.registry.SchemaRegistry;

/** A producer of the outside world, with whatever settings it has. */
final class Sender implements AutoCloseable {

  private static final long ACKNOWLEDGED_SECONDS = 30;

  private final KafkaProducer<byte[], byte[]> producer;
  private final AvroSerializer<SpecificRecord> avro;
  private final String prefix;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  Sender(String bootstrapServers, String prefix, SchemaRegistry registry, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    this.producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    this.avro = new AvroSerializer<>(registry);
    this.prefix = prefix;
  }

  /** Sends a record, and does not wait: {@link #flush} does. */
  void send(Topic<?> topic, String key, SpecificRecord value) {
    sent.add(producer.send(record(topic, key, value)));
  }

  /** Sends a record, and returns when the broker has it. */
  RecordMetadata sendAndWait(Topic<?> topic, String key, SpecificRecord value) {
    return sendAndWait(record(topic, key, value));
  }

  /** Sends any bytes; the topic of the record is a whole name. */
  RecordMetadata sendAndWait(ProducerRecord<byte[], byte[]> record) {
    return acknowledged(producer.send(record));
  }

  /** A value as the topic's consumers expect it. */
  byte[] bytes(Topic<?> topic, SpecificRecord value) {
    return Objects.requireNonNull(avro.serialize(topic.name(prefix), value));
  }

  /** Returns when the broker has all that was sent. */
  void flush() {
    producer.flush();
    sent.forEach(Sender::acknowledged);
    sent.clear();
  }

  @Override
  public void close() {
    producer.close();
  }

  private ProducerRecord<byte[], byte[]> record(Topic<?> topic, String key, SpecificRecord value) {
    return new ProducerRecord<>(topic.name(prefix), key.getBytes(StandardCharsets.UTF_8), bytes(topic, value));
  }

  private static RecordMetadata acknowledged(Future<RecordMetadata> sent) {
    try {
      return sent.get(ACKNOWLEDGED_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new IllegalStateException("expected the broker to acknowledge, but got " + e, e);
    }
  }
}
