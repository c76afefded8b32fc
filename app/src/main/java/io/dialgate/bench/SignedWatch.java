package io.dialgate.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.Checkpoint;
import io.dialgate.domain.audit.note.SignedNote;
import io.dialgate.schemas.DialDecision;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.record.EntryEnvelope;

/**
 * Sees decisions, their entries and the signed heads as they are committed, and when. One consumer reads all three, on a thread
 * of its own: times are those at which it saw them.
 */
final class SignedWatch implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final long HIGHEST_NANOS = Duration.ofMinutes(2).toNanos();

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String prefix;
  private final String round;
  private final AvroCodec<DialDecision> decisions;
  private final Map<String, Long> decidedAt = new HashMap<>();
  private final Map<String, NavigableMap<Long, String>> unsigned = new HashMap<>();
  private final Map<String, Long> signed = new HashMap<>();
  private final Histogram times = new Histogram(HIGHEST_NANOS, 3);
  private final Thread thread;
  private volatile boolean isClosed;
  private final AtomicLong seen = new AtomicLong();

  SignedWatch(Bench bench, String prefix, String round) {
    this.prefix = prefix;
    this.round = round;
    this.decisions = new AvroCodec<>(DialDecision.class, bench.registry(), "");
    this.consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bench.bootstrapServers(), "isolation.level",
        "read_committed", "enable.auto.commit", false, "fetch.max.wait.ms", 20), new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
    List<TopicPartition> all = Stream.of(Topics.DIAL_DECISIONS, Topics.AUDIT, Topics.AUDIT_CHECKPOINTS)
        .flatMap(this::partitions).toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
    this.thread = Thread.ofPlatform().name("signed-watch").start(this::watch);
  }

  private Stream<TopicPartition> partitions(Topic<?> topic) {
    return consumer.partitionsFor(topic.name(prefix)).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()));
  }

  /** The times, once so many decisions are under a signed head. */
  Histogram await(long count, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    while (seen.get() < count) {
      if (System.nanoTime() > deadline || !thread.isAlive()) {
        throw new IllegalStateException(
            "expected %d decisions under signed heads within %s, but got %d".formatted(count,
                within, seen.get()));
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    close();
    return times;
  }

  private void watch() {
    while (!isClosed) {
      var records = consumer.poll(POLL);
      long now = System.nanoTime();
      records.records(Topics.DIAL_DECISIONS.name(prefix)).forEach(record -> decided(record.value(), now));
      records.records(Topics.AUDIT.name(prefix)).forEach(record -> recorded(record, now));
      records.records(Topics.AUDIT_CHECKPOINTS.name(prefix)).forEach(record -> signed(record.value()));
      unsigned.forEach((log, entries) -> cover(log, entries, now));
    }
    consumer.close();
  }

  private void decided(byte[] value, long now) {
    if (decisions.decode(value) instanceof Decoding.Decoded<DialDecision>(DialDecision decision, int _)
        && decision.getRequestId().startsWith(round)) {
      decidedAt.putIfAbsent(decision.getRequestId(), now);
    }
  }

  private void recorded(ConsumerRecord<byte[], byte[]> record, long now) {
    EntryEnvelope.read(record.value()).filter(entry -> entry.type().equals(Topics.DIAL_DECISIONS.shortName()))
        .ifPresent(entry -> {
          if (decisions.decode(entry.event()) instanceof Decoding.Decoded<DialDecision>(DialDecision decision, int _)
              && decision.getRequestId().startsWith(round)) {
            // Of two topics, either may be seen first.
            decidedAt.putIfAbsent(decision.getRequestId(), now);
            unsigned.computeIfAbsent(entry.log(), _ -> new TreeMap<>()).put(entry.index(), decision.getRequestId());
          }
        });
  }

  private void signed(byte[] note) {
    try {
      Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
      signed.merge(checkpoint.origin(), checkpoint.head().size(), Math::max);
    } catch (NotProven e) {
      throw new IllegalStateException("expected checkpoints only", e);
    }
  }

  private void cover(String log, NavigableMap<Long, String> entries, long now) {
    NavigableMap<Long, String> covered = entries.headMap(signed.getOrDefault(log, 0L), false);
    covered.values().forEach(request -> {
      Long at = decidedAt.remove(request);
      if (at != null) {
        times.recordValue(Math.max(0, now - at));
        seen.incrementAndGet();
      }
    });
    covered.clear();
  }

  @Override
  public void close() {
    isClosed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
