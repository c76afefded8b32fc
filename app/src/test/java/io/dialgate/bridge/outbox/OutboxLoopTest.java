package io.dialgate.bridge.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.bridge.delivery.Caller;
import io.dialgate.bridge.delivery.Courier;
import io.dialgate.bridge.delivery.Destination;
import io.dialgate.bridge.delivery.Gateway;
import io.dialgate.bridge.delivery.ManualTime;
import io.dialgate.bridge.delivery.Patience;
import io.dialgate.bridge.delivery.Reply;
import io.dialgate.bridge.feed.ListChanges;
import io.dialgate.bridge.oauth.Authorities;
import io.dialgate.bridge.oauth.Credentials;
import io.dialgate.bridge.platform.Login;
import io.dialgate.bridge.platform.Profiles;
import io.dialgate.schemas.DncEntry;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.MatchType;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.registry.InMemoryRegistry;

/** What becomes of list changes that are not taken at once; the platform is a function, and time moves by itself. */
class OutboxLoopTest {

  private static final TopicPartition TABLE = new TopicPartition(Topics.DNC_ENTRIES.name("x."), 0);
  private static final TopicPartition RETRIES = new TopicPartition(Topics.BRIDGE_RETRIES.name("x."), 0);
  private static final String ANN = "+14155550101";
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final AvroCodec<DncRecord> table = new AvroCodec<>(DncRecord.class, registry, TABLE.topic() + "-value");
  private final ManualTime time = new ManualTime();
  private final OutboxSettings settings = new OutboxSettings(Map.of(), "x.", "group", registry, Duration.ZERO, false,
      new Later(Duration.ofMinutes(5), 3));
  private final AtomicInteger failures = new AtomicInteger();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
      return Map.of();
    }
  };
  private final MockProducer<byte[], byte[]> producer = new MockProducer<>(true, null, new ByteArraySerializer(),
      new ByteArraySerializer());
  private final ConcurrentLinkedQueue<Runnable> arrivals = new ConcurrentLinkedQueue<>();
  private final OutboxLoop loop = loop();
  private final Thread thread = Thread.ofPlatform().unstarted(loop);
  private final Map<TopicPartition, Long> next = new HashMap<>();

  OutboxLoopTest() {
    consumer.updateBeginningOffsets(Map.of(TABLE, 0L, RETRIES, 0L));
    consumer.updateEndOffsets(Map.of(TABLE, 0L, RETRIES, 0L));
    consumer.schedulePollTask(this::whilePolled);
    soon(() -> consumer.rebalance(List.of(TABLE, RETRIES)));
    thread.start();
  }

  @AfterEach
  void stop() throws Exception {
    loop.stop();
    thread.join(WITHIN);
  }

  @Test
  void shouldCommitWhatWasDeliveredAndPutDownWhatWasNot() {
    // given
    failures.set(1);

    // when
    optsOut(ANN);

    // then
    awaitCommitted(TABLE, 1);
    assertThat(putDown(Topics.BRIDGE_RETRIES.name("x."))).hasSize(1);
    assertThat(told).containsExactly("Add " + ANN);
  }

  @Test
  void shouldTryARemovalAgainLater() {
    // given
    failures.set(1);
    isTakenOff(ANN);
    awaitCommitted(TABLE, 1);

    // when
    comesBack();

    // then
    awaitCommitted(RETRIES, 1);
    assertThat(told).containsExactly("Remove " + ANN, "Remove " + ANN);
    assertThat(putDown(Topics.REJECTED_RECORDS.name("x."))).isEmpty();
  }

  @Test
  void shouldNotUndoALaterOptOutWithARemovalThatIsTriedAgain() {
    // given
    failures.set(1);
    isTakenOff(ANN);
    awaitCommitted(TABLE, 1);
    optsOut(ANN);
    awaitCommitted(TABLE, 2);

    // when
    comesBack();

    // then
    awaitCommitted(RETRIES, 1);
    assertThat(told).containsExactly("Remove " + ANN, "Add " + ANN);
  }

  @Test
  void shouldGiveUpARemovalWhenSomebodyElseMayHaveHeardALaterWord() {
    // given
    failures.set(1);
    isTakenOff(ANN);
    awaitCommitted(TABLE, 1);

    // when: the partitions were away for a while
    soon(() -> consumer.rebalance(List.of()));
    soon(() -> consumer.rebalance(List.of(TABLE, RETRIES)));
    comesBack();

    // then
    awaitCommitted(RETRIES, 1);
    assertThat(told).containsExactly("Remove " + ANN);
    assertThat(putDown(Topics.REJECTED_RECORDS.name("x."))).singleElement()
        .satisfies(record -> assertThat(header(record, "dialgate.error.code")).isEqualTo("NOT_DELIVERED"));
  }

  @Test
  void shouldKeepBackWhatIsNotDue() {
    // given
    failures.set(1);
    optsOut(ANN);
    awaitCommitted(TABLE, 1);

    // when: it lies there before its time
    soon(() -> arrive(RETRIES, firstPutDown()));
    await().atMost(WITHIN).until(() -> consumer.paused().contains(RETRIES));
    boolean early = told.size() > 1;
    time.advance(Duration.ofMinutes(6));
    // The mock hands a record out once; a broker does so again after a seek.
    soon(() -> {
      next.remove(RETRIES);
      arrive(RETRIES, firstPutDown());
    });

    // then
    awaitCommitted(RETRIES, 1);
    assertThat(early).isFalse();
    assertThat(told).hasSize(2);
  }

  private OutboxLoop loop() {
    var gateway = new Gateway("genesys", 1_000, Duration.ofMinutes(1), 10_000, time, time);
    var caller = new Caller(request -> {
      String body = Bodies.of(request);
      told.add((body.contains("\"Remove\"") ? "Remove " : "Add ") + (body.contains(ANN) ? ANN : "somebody else"));
      return failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0
          ? new Reply.NoAnswer("nobody there")
          : new Reply.Answer(200, HttpHeaders.of(Map.of(), (_, _) -> true), new byte[0]);
    }, gateway, Authorities.of(new Login.None(), "", new Credentials("", ""), _ -> new Reply.NoAnswer(""), time),
        new Patience(1, Duration.ofMillis(1), Duration.ofMillis(1)), time, time, new Random(7));
    var courier = new Courier(
        new Destination("genesys", Profiles.genesys(), "http://platform",
            Map.of("dncListId", TextNode.valueOf("L1"), "contactListId", TextNode.valueOf("C1"))),
        caller);
    var delivery = new Delivery(courier, new PutDown(producer, settings, "genesys", time), (_, _) -> {});
    return new OutboxLoop(consumer, producer, delivery,
        new Mailroom(settings, List.of(new ListChanges("genesys", true, Duration.ZERO)), "genesys"), time);
  }

  private void optsOut(String number) {
    var entry = new DncEntry("internal", DncReason.CUSTOMER_REQUEST, null, MatchType.EXACT, number, "cli", "anna",
        ManualTime.START, null, null);
    byte[] value = table.encode(new DncRecord(number, List.of(entry), ManualTime.START));
    soon(() -> arrive(TABLE, number, value));
  }

  private void isTakenOff(String number) {
    soon(() -> arrive(TABLE, number, null));
  }

  /** What was put down first comes back from its topic, when it is due. */
  private void comesBack() {
    time.advance(Duration.ofMinutes(6));
    soon(() -> arrive(RETRIES, firstPutDown()));
  }

  private ProducerRecord<byte[], byte[]> firstPutDown() {
    return putDown(RETRIES.topic()).getFirst();
  }

  private List<ProducerRecord<byte[], byte[]>> putDown(String topic) {
    return producer.history().stream().filter(record -> record.topic().equals(topic)).toList();
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private void arrive(TopicPartition partition, String key, byte @Nullable [] value) {
    consumer.addRecord(new ConsumerRecord<>(partition.topic(), partition.partition(), offset(partition),
        key.getBytes(StandardCharsets.UTF_8), value));
  }

  private void arrive(TopicPartition partition, ProducerRecord<byte[], byte[]> again) {
    var record = new ConsumerRecord<>(partition.topic(), partition.partition(), offset(partition), again.key(),
        again.value());
    again.headers().forEach(header -> record.headers().add(header));
    consumer.addRecord(record);
  }

  private long offset(TopicPartition partition) {
    long offset = next.merge(partition, 1L, Long::sum) - 1;
    consumer.updateEndOffsets(Map.of(partition, offset + 1));
    return offset;
  }

  /** The mock is for one thread: the loop's own does what it is handed, when it polls next. */
  private void soon(Runnable arrival) {
    arrivals.add(arrival);
  }

  private void whilePolled() {
    Runnable arrival = arrivals.poll();
    if (arrival != null) {
      arrival.run();
    }
    consumer.schedulePollTask(this::whilePolled);
  }

  private void awaitCommitted(TopicPartition partition, long offset) {
    await().atMost(WITHIN).untilAsserted(() -> {
      var committed = new ArrayList<>(consumer.committed(Set.of(partition)).values());
      assertThat(committed).singleElement()
          .satisfies(it -> assertThat(Objects.requireNonNull(it).offset()).isEqualTo(offset));
    });
  }
}
