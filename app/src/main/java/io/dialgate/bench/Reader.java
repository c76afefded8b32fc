package io.dialgate.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.dialgate.wire.Topic;
import io.dialgate.wire.avro.AvroDeserializer;

/** Reads what is committed to a topic from now on, on a thread of its own. */
final class Reader<V extends SpecificRecord> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(5);

  private final Thread thread;
  private volatile boolean closed;

  /** Is told each value, and when it was seen, in nanoseconds of this JVM. */
  @FunctionalInterface
  interface Seen<V> {
    void at(V value, long nanos);
  }

  /** Stands at the end of the topic when it returns. */
  Reader(Bench bench, Topic<V> topic, String prefix, Class<V> type, Seen<V> seen) {
    var ready = new CountDownLatch(1);
    thread = Thread.ofPlatform().name("bench-reader").start(() -> read(bench, topic.name(prefix), type, seen, ready));
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until enough was seen. */
  void await(BooleanSupplier enough, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    while (!enough.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("expected every answer within %s, but some are missing".formatted(within));
      }
      LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Bench bench, String topic, Class<V> type, Seen<V> seen, CountDownLatch ready) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bench.bootstrapServers(), "isolation.level",
        "read_committed", "enable.auto.commit", false);
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
        new AvroDeserializer<>(type, bench.registry()))) {
      List<TopicPartition> all = consumer.partitionsFor(topic).stream()
          .map(info -> new TopicPartition(topic, info.partition())).toList();
      consumer.assign(all);
      consumer.seekToEnd(all);
      all.forEach(consumer::position);
      ready.countDown();
      while (!closed) {
        var records = consumer.poll(POLL);
        long now = System.nanoTime();
        records.forEach(record -> seen.at(record.value(), now));
      }
    }
  }
}
