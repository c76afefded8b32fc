package io.dialgate.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import io.dialgate.http.ListChanges.Answer;
import io.dialgate.runtime.client.GateWriter;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.avro.AvroSerializer;
import io.dialgate.wire.registry.InMemoryRegistry;

/** What is said of a change: in force, taken but not known to be in force, or nobody knows. */
class ReceiptDeskTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final int TASKS = 3;

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final AvroCodec<Receipt> receipts = new AvroCodec<>(Receipt.class, registry, "receipts-value");

  @Test
  void shouldSayInForceWhenTheReceiptHasCome() {
    // given
    var producer = producer(true);
    ReceiptDesk desk = desk(producer, LONG);
    CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> desk.tell(optOut("e1"), "k", false));
    await().until(() -> !producer.history().isEmpty());

    // when: somebody else's, and ours
    desk.received(receipt("e2", 0));
    desk.received(receipt("e1", 0));

    // then
    assertThat(answer.join()).isInstanceOfSatisfying(Answer.InForce.class,
        it -> assertThat(it.receipts()).extracting(Receipt::getEventId).containsExactly("e1"));
  }

  @Test
  void shouldWaitForTheReceiptsOfAllTasksWhereAllAreConcerned() {
    // given
    var producer = producer(true);
    ReceiptDesk desk = desk(producer, LONG);
    CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> desk.tell(optOut("e1"), "k", true));
    await().until(() -> !producer.history().isEmpty());
    desk.received(receipt("e1", 0));
    desk.received(receipt("e1", 1));
    boolean early = answer.isDone();

    // when
    desk.received(receipt("e1", 2));

    // then
    assertThat(early).isFalse();
    assertThat(answer.join()).isInstanceOfSatisfying(Answer.InForce.class,
        it -> assertThat(it.receipts()).hasSize(TASKS));
  }

  @Test
  void shouldSayAcceptedWhenAReceiptDoesNotComeInTime() {
    // given
    var producer = producer(true);
    ReceiptDesk desk = desk(producer, SHORT);
    CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> desk.tell(optOut("e1"), "k", true));
    await().until(() -> !producer.history().isEmpty());

    // when: two of three
    desk.received(receipt("e1", 0));
    desk.received(receipt("e1", 1));

    // then
    assertThat(answer.join()).isEqualTo(new Answer.Accepted());
  }

  @Test
  void shouldSayThatNobodyKnowsWhenTheBrokerDoesNotAcknowledge() {
    // given
    ReceiptDesk desk = desk(producer(false), SHORT);

    // when
    Answer answer = desk.tell(optOut("e1"), "k", false);

    // then
    assertThat(answer).isEqualTo(new Answer.Unknown("the broker has not acknowledged it"));
  }

  @Test
  void shouldSayThatNobodyKnowsWhenTheBrokerRefuses() {
    // given
    var producer = producer(false);
    ReceiptDesk desk = desk(producer, LONG);
    CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> desk.tell(optOut("e1"), "k", false));

    // when
    await().until(() -> producer.errorNext(new NotEnoughReplicasException("one is left")));

    // then
    assertThat(answer.join()).isInstanceOfSatisfying(Answer.Unknown.class,
        it -> assertThat(it.why()).contains("NotEnoughReplicas", "one is left"));
  }

  @Test
  void shouldForgetAnEventThatNobodyWaitsForAnyMore() {
    // given
    ReceiptDesk desk = desk(producer(true), SHORT);
    desk.tell(optOut("e1"), "k", false);

    // when: the receipt comes late, and then somebody tells the same event again
    desk.received(receipt("e1", 0));
    Answer again = desk.tell(optOut("e1"), "k", false);

    // then: the late one does not answer for the new one
    assertThat(again).isEqualTo(new Answer.Accepted());
  }

  @Test
  void shouldSayWhetherALookUpWasWrittenDown() {
    // given
    var action = new OperatorAction("a1", OperatorActionKind.LOOKUP, "+14155550101", "anna", FakeRecords.AT, null,
        Map.of());

    // when / then
    assertThat(desk(producer(true), SHORT).note(action)).isTrue();
    assertThat(desk(producer(false), SHORT).note(action)).isFalse();
  }

  private MockProducer<String, SpecificRecord> producer(boolean acknowledges) {
    return new MockProducer<>(acknowledges, null, new StringSerializer(), new AvroSerializer<>(registry));
  }

  private ReceiptDesk desk(MockProducer<String, SpecificRecord> producer, Duration within) {
    return new ReceiptDesk(new GateWriter(producer, "x."), new FirstText("eventId", registry),
        new AvroDeserializer<>(Receipt.class, registry), within, TASKS);
  }

  private static OptOutDisposition optOut(String id) {
    var event = new OptOutDisposition();
    event.setEventId(id);
    event.setAction(ListAction.ADD);
    event.setPhone("+14155550101");
    event.setRegion("US");
    event.setReason(DncReason.CUSTOMER_REQUEST);
    event.setListId("internal");
    event.setSource("api");
    event.setAddedBy("anna");
    event.setOccurredAt(FakeRecords.AT);
    event.setMatchType(MatchType.EXACT);
    return event;
  }

  private ConsumerRecord<byte[], byte[]> receipt(String id, int partition) {
    byte[] value = receipts.encode(
        new Receipt(id, "+14155550101", ReceiptOutcome.APPLIED, partition, 0, FakeRecords.AT));
    return new ConsumerRecord<>("receipts", partition, 0, new byte[0], value);
  }
}
