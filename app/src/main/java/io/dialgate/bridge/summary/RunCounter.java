package io.dialgate.bridge.summary;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.RunSummary;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;

/**
 * Counts decisions, and writes one summary an interval. For one thread.
 *
 * <p>Always: a summary and the positions up to which it counts are committed together or not at all, and the next one counts from
 * there. What was counted and not committed is counted again, by whoever begins: nothing is kept but those positions. So every
 * decision is in exactly one summary, however often somebody is killed; only where one interval ends and the next begins may
 * change with that. After a pause the first interval is as long as the pause was.
 */
final class RunCounter {

  private final Consumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private final SummarySettings settings;
  private final InstantSource clock;
  private final AvroCodec<DialDecision> decisions;
  private final AvroCodec<RunSummary> summaries;
  private final List<TopicPartition> partitions;
  private Tally tally = new Tally();
  private Instant from;
  private @Nullable Ending ending;

  /** An interval whose end is known, and is still to be read up to; and what was read beyond it meanwhile. */
  private record Ending(Instant until, Map<TopicPartition, Long> ends, Tally next) {}

  /**
   * Begins where the last summary ended; whoever counted before is locked out from here on.
   *
   * @param consumer that belongs to the group, and reads nothing yet
   * @param producer of transactions, of which one can be open at a time, whoever asks
   */
  RunCounter(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer, SummarySettings settings,
      InstantSource clock) {
    this.consumer = consumer;
    this.producer = producer;
    this.settings = settings;
    this.clock = clock;
    String prefix = settings.prefix();
    decisions = new AvroCodec<>(DialDecision.class, settings.registry(),
        Topics.DIAL_DECISIONS.subject(prefix).orElseThrow());
    summaries = new AvroCodec<>(RunSummary.class, settings.registry(),
        Topics.RUN_SUMMARIES.subject(prefix).orElseThrow());
    producer.initTransactions();
    partitions = consumer.partitionsFor(Topics.DIAL_DECISIONS.name(prefix)).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    consumer.assign(partitions);
    var positions = new Positions(consumer, partitions);
    from = positions.begin(clock.instant().truncatedTo(ChronoUnit.MILLIS).minus(settings.reach()));
  }

  /** Counts what has come, waiting for it so long at most, and writes a summary if an interval has ended. */
  void step(Duration wait) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
      count(record);
    }
    Instant now = now();
    if (ending == null && !now.isBefore(next(from, settings.every()))) {
      // The clock was asked first: what is counted was there by then.
      ending = new Ending(now, consumer.endOffsets(partitions), new Tally());
    }
    Ending end = ending;
    if (end != null && partitions.stream().allMatch(one -> consumer.position(one) >= ended(end, one))) {
      write(end);
    }
  }

  /** The first multiple of the length, since 1970, that is later. */
  static Instant next(Instant from, Duration every) {
    long length = every.toMillis();
    return Instant.ofEpochMilli((Math.floorDiv(from.toEpochMilli(), length) + 1) * length);
  }

  private void count(ConsumerRecord<byte[], byte[]> record) {
    Ending end = ending;
    boolean later = end != null
        && record.offset() >= ended(end, new TopicPartition(record.topic(), record.partition()));
    Tally its = end != null && later ? end.next() : tally;
    byte[] value = record.value();
    if (value != null && decisions.decode(value) instanceof Decoding.Decoded<DialDecision>(var decision, int _)) {
      its.count(decision.getVerdict());
    } else {
      its.countUnreadable();
    }
  }

  private void write(Ending end) {
    RunSummary summary = tally.summary(from, end.until());
    Map<TopicPartition, OffsetAndMetadata> upTo = new HashMap<>();
    partitions.forEach(one -> upTo.put(one, Positions.at(ended(end, one), end.until())));
    producer.beginTransaction();
    var _ = producer.send(new ProducerRecord<>(Topics.RUN_SUMMARIES.name(settings.prefix()),
        summary.getSummaryId().getBytes(StandardCharsets.UTF_8), summaries.encode(summary)));
    producer.sendOffsetsToTransaction(upTo, consumer.groupMetadata());
    producer.commitTransaction();
    tally = end.next();
    from = end.until();
    ending = null;
  }

  private static long ended(Ending end, TopicPartition partition) {
    return Objects.requireNonNull(end.ends().get(partition));
  }

  /** Not before the interval began: a clock that was set back does not make time run backwards. */
  private Instant now() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return now.isBefore(from) ? from : now;
  }
}
