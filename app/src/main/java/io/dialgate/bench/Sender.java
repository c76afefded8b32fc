package io.dialgate.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import io.dialgate.wire.avro.AvroSerializer;

/** Writes records; a record that is not acknowledged ends the benchmark. */
final class Sender implements AutoCloseable {

  private final KafkaProducer<String, SpecificRecord> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /** For a load: full batches. */
  static Sender bulk(Bench bench) {
    return new Sender(bench, Map.of(ProducerConfig.LINGER_MS_CONFIG, 20, ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10,
        ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20, ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"));
  }

  /** As Kafka's client is by default. */
  static Sender plain(Bench bench) {
    return new Sender(bench, Map.of());
  }

  /** For single records: at once. */
  static Sender prompt(Bench bench) {
    return new Sender(bench, Map.of(ProducerConfig.LINGER_MS_CONFIG, 0));
  }

  private Sender(Bench bench, Map<String, Object> settings) {
    var all = new HashMap<>(settings);
    all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bench.bootstrapServers());
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    producer = new KafkaProducer<>(all, new StringSerializer(), new AvroSerializer<>(bench.registry()));
  }

  <R extends SpecificRecord> void sendAll(String topic, Stream<R> records, Function<R, String> key) {
    records.forEach(record -> send(topic, key.apply(record), record, (_, e) -> {}));
    flush();
  }

  void send(String topic, String key, SpecificRecord record, Callback acknowledged) {
    var _ = producer.send(new ProducerRecord<>(topic, key, record), (metadata, e) -> {
      if (e != null) {
        failure.compareAndSet(null, e);
      }
      acknowledged.onCompletion(metadata, e);
    });
  }

  void flush() {
    producer.flush();
    if (failure.get() != null) {
      throw new IllegalStateException("expected every record to be acknowledged", failure.get());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
