package io.dialgate.bridge.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

import io.dialgate.bridge.delivery.ManualTime;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.RunSummary;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.avro.Samples;
import io.dialgate.wire.registry.InMemoryRegistry;

/** Every decision is counted in exactly one summary, whoever counts and however often that begins anew. */
class RunCounterTest {

  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final String TOPIC = Topics.DIAL_DECISIONS.name("x.");

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final ManualTime time = new ManualTime();
  private final SummarySettings settings = new SummarySettings(Map.of(), "x.", "app", "one", registry, EVERY,
      Duration.ZERO);
  private final Broker broker = new Broker();
  private final List<RunSummary> written = new ArrayList<>();

  @Test
  void shouldSumUpWhatCameUpToTheEndOfTheInterval() {
    // given
    var counter = new RunCounter(broker.reader(), broker.writer(), settings, time);
    broker.add(0, Verdict.ALLOW, Verdict.SUPPRESS);
    broker.add(1, Verdict.ALLOW, Verdict.RECALL);
    counter.step(Duration.ZERO);
    assertThat(broker.summaries()).isEmpty();

    // when
    time.advance(EVERY);
    counter.step(Duration.ZERO);

    // then
    assertThat(broker.summaries()).singleElement().satisfies(summary -> {
      assertThat(summary.getIntervalStart()).isEqualTo(ManualTime.START);
      assertThat(summary.getIntervalEnd()).isEqualTo(ManualTime.START.plus(EVERY));
      assertThat(summary.getDecisions()).isEqualTo(3);
      assertThat(summary.getAllowed()).isEqualTo(2);
      assertThat(summary.getSuppressed()).isEqualTo(1);
      assertThat(summary.getRecalled()).isEqualTo(1);
    });
  }

  @Test
  void shouldLeaveToTheNextIntervalWhatCameAfterTheEnd() {
    // given: at the end of the interval, one more record is there than has been read
    var counter = new RunCounter(broker.reader(), broker.writer(), settings, time);
    time.advance(EVERY);
    broker.unseen(0, Verdict.ALLOW);
    counter.step(Duration.ZERO);
    broker.add(0, Verdict.SUPPRESS, Verdict.SUPPRESS);

    // when
    broker.show();
    counter.step(Duration.ZERO);
    time.advance(EVERY);
    counter.step(Duration.ZERO);

    // then
    assertThat(broker.summaries()).extracting(RunSummary::getAllowed).containsExactly(1L, 0L);
    assertThat(broker.summaries()).extracting(RunSummary::getSuppressed).containsExactly(0L, 2L);
    assertThat(broker.summaries()).extracting(RunSummary::getIntervalStart)
        .containsExactly(ManualTime.START, ManualTime.START.plus(EVERY));
  }

  @Test
  void shouldCountAgainWhatWasNotCommitted() {
    // given: one interval is written, and in the next somebody is killed
    var killed = new RunCounter(broker.reader(), broker.writer(), settings, time);
    broker.add(0, Verdict.ALLOW);
    time.advance(EVERY);
    killed.step(Duration.ZERO);
    broker.add(1, Verdict.ALLOW, Verdict.SUPPRESS);
    time.advance(Duration.ofMinutes(1));
    killed.step(Duration.ZERO);

    // when: whoever is next begins after a pause
    time.advance(Duration.ofMinutes(30));
    broker.add(0, Verdict.SUPPRESS);
    new RunCounter(broker.reader(), broker.writer(), settings, time).step(Duration.ZERO);

    // then
    assertThat(broker.summaries()).extracting(RunSummary::getDecisions).containsExactly(1L, 3L);
    assertThat(broker.summaries().getLast().getIntervalStart())
        .isEqualTo(broker.summaries().getFirst().getIntervalEnd());
    assertThat(broker.summaries().getLast().getIntervalEnd()).isEqualTo(time.instant());
  }

  @Test
  void shouldKeepWhereTheFirstIntervalBeganThoughNoneWasWritten() {
    // given
    broker.add(0, Verdict.ALLOW);
    new RunCounter(broker.reader(), broker.writer(), settings, time).step(Duration.ZERO);
    broker.add(0, Verdict.SUPPRESS);

    // when
    time.advance(EVERY);
    new RunCounter(broker.reader(), broker.writer(), settings, time).step(Duration.ZERO);

    // then: what was there before the very first start is not counted, what came since is
    assertThat(broker.summaries()).singleElement().satisfies(summary -> {
      assertThat(summary.getIntervalStart()).isEqualTo(ManualTime.START);
      assertThat(summary.getAllowed()).isZero();
      assertThat(summary.getSuppressed()).isEqualTo(1);
    });
  }

  @Test
  void shouldSumUpAnIntervalInWhichNothingHappened() {
    // given
    var counter = new RunCounter(broker.reader(), broker.writer(), settings, time);

    // when
    time.advance(EVERY);
    counter.step(Duration.ZERO);

    // then
    assertThat(broker.summaries()).singleElement().satisfies(summary -> assertThat(summary.getDecisions()).isZero());
  }

  @Test
  void shouldCountWhatCannotBeReadApart() {
    // given
    var counter = new RunCounter(broker.reader(), broker.writer(), settings, time);
    broker.add(1, "nonsense".getBytes(StandardCharsets.UTF_8));
    broker.add(1, Verdict.ALLOW);

    // when
    time.advance(EVERY);
    counter.step(Duration.ZERO);

    // then
    assertThat(broker.summaries()).singleElement().satisfies(summary -> {
      assertThat(summary.getUnreadable()).isEqualTo(1);
      assertThat(summary.getDecisions()).isEqualTo(1);
    });
  }

  @Test
  void shouldNotWriteIntervalsBackwardsWhenTheClockIsSetBack() {
    // given
    var counter = new RunCounter(broker.reader(), broker.writer(), settings, time);
    time.advance(EVERY);
    counter.step(Duration.ZERO);

    // when
    time.advance(Duration.ofHours(-1));
    counter.step(Duration.ZERO);
    time.advance(Duration.ofHours(1).plus(EVERY));
    counter.step(Duration.ZERO);

    // then
    assertThat(broker.summaries()).hasSize(2)
        .allSatisfy(it -> assertThat(it.getIntervalEnd()).isAfter(it.getIntervalStart()));
  }

  @Test
  void shouldEndIntervalsAtWholeMultiples() {
    // when / then
    assertThat(RunCounter.next(Instant.parse("2026-09-01T15:02:17.5Z"), EVERY)).isEqualTo("2026-09-01T15:05:00Z");
    assertThat(RunCounter.next(Instant.parse("2026-09-01T15:05:00Z"), EVERY)).isEqualTo("2026-09-01T15:10:00Z");
  }

  /** The decisions of two partitions, the positions of the group, and the summaries that were committed. */
  private final class Broker {

    private final AvroCodec<DialDecision> decisions = new AvroCodec<>(DialDecision.class, registry, TOPIC + "-value");
    private final AvroCodec<RunSummary> summaries = new AvroCodec<>(RunSummary.class, registry,
        Topics.RUN_SUMMARIES.subject("x.").orElseThrow());
    private final Map<TopicPartition, List<byte[]>> log = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    private final List<MockProducer<byte[], byte[]>> writers = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> unseen = new ArrayList<>();
    private Reader reader = new Reader();

    Broker() {
      log.put(new TopicPartition(TOPIC, 0), new ArrayList<>());
      log.put(new TopicPartition(TOPIC, 1), new ArrayList<>());
    }

    Reader reader() {
      settle();
      reader = new Reader();
      return reader;
    }

    MockProducer<byte[], byte[]> writer() {
      var writer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
      writers.add(writer);
      return writer;
    }

    void add(int partition, Verdict... verdicts) {
      for (Verdict verdict : verdicts) {
        add(partition, bytes(verdict));
      }
    }

    void add(int partition, byte[] value) {
      var where = new TopicPartition(TOPIC, partition);
      var all = Objects.requireNonNull(log.get(where));
      var record = new ConsumerRecord<>(TOPIC, partition, (long) all.size(), new byte[0], value);
      all.add(value);
      if (!unseen.isEmpty()) {
        unseen.add(record);
      } else if (reader.assignment().contains(where)) {
        reader.addRecord(record);
      }
    }

    /** It is on the broker, and is not read before {@link #show}. */
    void unseen(int partition, Verdict verdict) {
      var all = Objects.requireNonNull(log.get(new TopicPartition(TOPIC, partition)));
      unseen.add(new ConsumerRecord<>(TOPIC, partition, (long) all.size(), new byte[0], bytes(verdict)));
      all.add(bytes(verdict));
    }

    void show() {
      unseen.forEach(reader::addRecord);
      unseen.clear();
    }

    List<RunSummary> summaries() {
      settle();
      return written;
    }

    private byte[] bytes(Verdict verdict) {
      DialDecision decision = Samples.decision("r1");
      decision.setVerdict(verdict);
      return decisions.encode(decision);
    }

    /** What was committed in transactions, in their order. */
    private void settle() {
      for (MockProducer<byte[], byte[]> writer : writers) {
        assertThat(writer.transactionInFlight()).isFalse();
        for (ProducerRecord<byte[], byte[]> record : writer.history()) {
          if (summaries.decode(record.value()) instanceof Decoding.Decoded<RunSummary>(var summary, int _)) {
            written.add(summary);
          }
        }
        writer.consumerGroupOffsetsHistory().forEach(groups -> groups.values().forEach(positions::putAll));
        writer.clear();
      }
    }

    private final class Reader extends MockConsumer<byte[], byte[]> {

      Reader() {
        super("earliest");
        updatePartitions(TOPIC, List.of(info(0), info(1)));
      }

      private static PartitionInfo info(int partition) {
        return new PartitionInfo(TOPIC, partition, Node.noNode(), new Node[0], new Node[0]);
      }

      @Override
      public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
          Set<TopicPartition> partitions) {
        return new HashMap<>(positions);
      }

      @Override
      public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
        positions.putAll(offsets);
      }

      @Override
      public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        partitions.forEach(one -> ends.put(one, (long) Objects.requireNonNull(log.get(one)).size()));
        return ends;
      }

      /** Nothing is as late as is asked for. */
      @Override
      public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
        Map<TopicPartition, OffsetAndTimestamp> none = new HashMap<>();
        times.keySet().forEach(one -> none.put(one, null));
        return none;
      }

      @Override
      public synchronized void assign(Collection<TopicPartition> partitions) {
        super.assign(partitions);
        Map<TopicPartition, Long> begins = new HashMap<>();
        partitions.forEach(one -> begins.put(one, 0L));
        updateBeginningOffsets(begins);
        log.forEach((one, values) -> {
          for (int i = 0; i < values.size(); i++) {
            addRecord(new ConsumerRecord<>(TOPIC, one.partition(), (long) i, new byte[0], values.get(i)));
          }
        });
      }
    }
  }
}
