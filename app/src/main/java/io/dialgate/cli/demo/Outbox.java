package io.dialgate.cli.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.dialgate.runtime.Unreachable;
import io.dialgate.wire.Topic;
import io.dialgate.wire.avro.AvroSerializer;
import io.dialgate.wire.registry.SchemaRegistry;

/** A producer such as any dialler or bridge has; its records carry the demo's time. One record after the other. */
final class Outbox implements AutoCloseable {

  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(20);

  private final KafkaProducer<String, byte[]> producer;
  private final AvroSerializer<SpecificRecord> serializer;
  private final String prefix;
  private final InstantSource clock;
  private final Map<Topic<?>, Integer> sent = new HashMap<>();

  /**
   * Connects when it is first used.
   *
   * @param client what every client is given
   * @param prefix of the topics
   */
  Outbox(Map<String, Object> client, String prefix, SchemaRegistry registry, InstantSource clock) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ACKNOWLEDGED_WITHIN.toMillis());
    this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    this.serializer = new AvroSerializer<>(registry);
    this.prefix = prefix;
    this.clock = clock;
  }

  /** A topic's name on the broker. */
  String name(Topic<?> topic) {
    return topic.name(prefix);
  }

  /** Sends one record, and returns when the broker has it. */
  <R extends SpecificRecord> void send(Topic<R> topic, String key, R record) {
    sendBytes(topic, key, bytes(topic, record));
  }

  /** Likewise, whatever the bytes are. */
  void sendBytes(Topic<?> topic, String key, byte[] value) {
    sent.merge(topic, 1, Integer::sum);
    try {
      producer.send(new ProducerRecord<>(topic.name(prefix), null, clock.millis(), key, value))
          .get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Unreachable("expected the broker to acknowledge a record of %s, but got '%s'".formatted(topic, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("expected the broker to acknowledge a record of %s, but was interrupted".formatted(topic),
          e);
    }
  }

  /** A record as it would be sent. */
  <R extends SpecificRecord> byte[] bytes(Topic<R> topic, R record) {
    byte[] bytes = serializer.serialize(topic.name(prefix), record);
    return bytes == null ? new byte[0] : bytes;
  }

  /** How many records of the topic were sent. */
  int sent(Topic<?> topic) {
    return sent.getOrDefault(topic, 0);
  }

  @Override
  public void close() {
    producer.close(ACKNOWLEDGED_WITHIN);
  }
}
