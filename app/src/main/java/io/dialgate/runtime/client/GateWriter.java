package io.dialgate.runtime.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

import io.dialgate.wire.Topic;
import io.dialgate.wire.avro.AvroSerializer;
import io.dialgate.wire.registry.SchemaRegistry;

/** Writes what the gate reads, to all in-sync replicas. Safe for several threads. */
public final class GateWriter implements AutoCloseable {

  /** How long a broker that is away is waited for, when something is sent and when it is closed. */
  static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

  private final Producer<String, SpecificRecord> producer;
  private final String prefix;

  /** Connects when it is first used. */
  public GateWriter(Map<String, Object> client, String prefix, SchemaRegistry registry) {
    this(client, prefix, registry, Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, ACKNOWLEDGED_WITHIN.toMillis()));
  }

  /**
   * One with its own patience.
   *
   * @param patience the producer's settings that say how long it waits
   */
  public GateWriter(Map<String, Object> client, String prefix, SchemaRegistry registry, Map<String, Object> patience) {
    Map<String, Object> writing = new HashMap<>(client);
    writing.put(ProducerConfig.ACKS_CONFIG, "all");
    writing.putAll(patience);
    this(new KafkaProducer<>(writing, new StringSerializer(), new AvroSerializer<>(registry)), prefix);
  }

  /** One over a producer that is there already, and that it closes. */
  public GateWriter(Producer<String, SpecificRecord> producer, String prefix) {
    this.producer = producer;
    this.prefix = prefix;
  }

  /** Sends a record; what is acknowledged, all in-sync replicas have. */
  public Future<RecordMetadata> send(Topic<?> topic, String key, SpecificRecord record) {
    return producer.send(new ProducerRecord<>(topic.name(prefix), key, record));
  }

  /** Sends a record, and calls back when it is acknowledged or lost. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
  public void send(Topic<?> topic, String key, SpecificRecord record, Callback told) {
    producer.send(new ProducerRecord<>(topic.name(prefix), key, record), told);
  }

  /** Sends at once what waits for more of its batch. */
  public void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close(ACKNOWLEDGED_WITHIN);
  }
}
