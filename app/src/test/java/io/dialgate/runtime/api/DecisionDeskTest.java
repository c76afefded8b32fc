package io.dialgate.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import io.dialgate.http.DialChecks.Answer;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.runtime.client.GateWriter;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialOutcome;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.Outcome;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.avro.AvroSerializer;
import io.dialgate.wire.avro.Samples;
import io.dialgate.wire.registry.InMemoryRegistry;

/** Whoever asks hears of his decisions in time, and no ALLOW stays open that nobody heard of. */
class DecisionDeskTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final String OUTCOMES = Topics.DIAL_OUTCOMES.name("x.");
  private static final String REQUESTS = Topics.DIAL_REQUESTS.name("x.");

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final AvroCodec<DialDecision> decisions = new AvroCodec<>(DialDecision.class, registry, "decisions-value");
  private final MockProducer<String, SpecificRecord> producer = new MockProducer<>(true, null, new StringSerializer(),
      new AvroSerializer<>(registry));
  private final Clock clock = Clock.systemUTC();
  private final DecisionDesk desk = new DecisionDesk(new GateWriter(producer, "x."), new LibPhoneNumbering(), clock,
      new FirstText("requestId", registry), new AvroDeserializer<>(DialDecision.class, registry),
      new DecisionLog(Map.of(), "x.", registry));

  @Test
  void shouldAnswerInTheOrderOfTheRequestsWhateverThatOfTheDecisions() {
    // given
    List<DialRequest> requests = List.of(request("a"), request("b"), request("c"));
    CompletableFuture<Answer> answer = ask(requests, false, LONG);

    // when
    decide(request("c"), Verdict.ALLOW);
    decide(request("somebody else's"), Verdict.ALLOW);
    decide(request("a"), Verdict.SUPPRESS);
    decide(request("b"), Verdict.ALLOW);

    // then
    assertThat(answer.join()).isInstanceOfSatisfying(Answer.Decided.class,
        it -> assertThat(it.decisions()).extracting(DialDecision::getRequestId).containsExactly("a", "b", "c"));
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void shouldGiveBackOnceAnAllowThatComesTooLate() {
    // given
    Answer late = ask(List.of(request("a")), false, SHORT).join();

    // when
    decide(request("a"), Verdict.ALLOW);
    decide(request("a"), Verdict.ALLOW);

    // then
    assertThat(late).isInstanceOf(Answer.Late.class);
    assertThat(outcomes()).singleElement().satisfies(outcome -> {
      assertThat(outcome.getRequestId()).isEqualTo("a");
      assertThat(outcome.getOutcome()).isEqualTo(Outcome.NOT_DIALLED);
      assertThat(outcome.getPhone()).isEqualTo(request("a").getPhone());
    });
    assertThat(sent(OUTCOMES)).extracting(ProducerRecord::key).as("the number's partition")
        .isEqualTo(sent(REQUESTS).stream().map(ProducerRecord::key).toList());
  }

  @Test
  void shouldGiveNothingBackThatWasNotAllowedOrThatSomebodyHeardOf() {
    // given
    Answer late = ask(List.of(request("a")), false, SHORT).join();
    CompletableFuture<Answer> heard = ask(List.of(request("b")), false, LONG);

    // when
    decide(request("a"), Verdict.SUPPRESS);
    decide(request("b"), Verdict.ALLOW);

    // then
    assertThat(late).isInstanceOf(Answer.Late.class);
    assertThat(heard.join()).isInstanceOf(Answer.Decided.class);
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void shouldTellWhatCameInTimeAndGiveBackTheRest() {
    // given
    CompletableFuture<Answer> answer = ask(List.of(request("a"), request("b")), false, Duration.ofSeconds(1));

    // when
    decide(request("a"), Verdict.ALLOW);
    Answer late = answer.join();
    decide(request("b"), Verdict.ALLOW);

    // then
    assertThat(late).isInstanceOfSatisfying(Answer.Late.class, it -> {
      assertThat(it.decisions().getFirst()).isNotNull();
      assertThat(it.decisions().getLast()).isNull();
    });
    assertThat(outcomes()).extracting(DialOutcome::getRequestId).containsExactly("b");
  }

  @Test
  void shouldGiveBackWhatTheBrokerTookThoughItSaidNo() {
    // given
    var refusing = new MockProducer<>(false, null, new StringSerializer(), new AvroSerializer<>(registry));
    var other = new DecisionDesk(new GateWriter(refusing, "x."), new LibPhoneNumbering(), clock,
        new FirstText("requestId", registry), new AvroDeserializer<>(DialDecision.class, registry),
        new DecisionLog(Map.of(), "x.", registry));
    var answer = CompletableFuture
        .supplyAsync(() -> other.check(List.of(request("a")), false, clock.instant().plus(LONG)));

    // when
    await().until(() -> refusing.errorNext(new NotEnoughReplicasException("one is left")));
    Answer said = answer.join();
    other.decided(record(request("a"), Verdict.ALLOW));

    // then
    assertThat(said).isInstanceOf(Answer.NotAsked.class);
    assertThat(refusing.history()).extracting(ProducerRecord::topic).contains(OUTCOMES);
  }

  @Test
  void shouldRefuseALongerBatchUnderTheSameIdsAndGiveBackWhatIsNewInIt() {
    // given
    List<DialRequest> first = requests("idem-a", "idem-b");
    CompletableFuture<Answer> answered = ask(first, true, LONG);
    first.forEach(request -> decide(request, Verdict.ALLOW));
    assertThat(answered.join()).isInstanceOf(Answer.Decided.class);

    // when
    List<DialRequest> longer = requests("idem-a", "idem-b", "idem-c");
    CompletableFuture<Answer> again = ask(longer, true, LONG);
    decide(longer.getLast(), Verdict.ALLOW);

    // then
    assertThat(again.join()).isEqualTo(new Answer.AnotherQuestion(0));
    assertThat(outcomes()).extracting(DialOutcome::getRequestId).containsExactly("idem-c");
  }

  @Test
  void shouldKnowARepeatedBatchOfWhichOneWasRecalled() {
    // given
    List<DialRequest> first = requests("idem-a", "idem-b");
    CompletableFuture<Answer> answered = ask(first, true, LONG);
    decide(first.getFirst(), Verdict.SUPPRESS);
    decide(first.getLast(), Verdict.ALLOW);
    answered.join();
    decide(request("idem-b"), Verdict.RECALL);

    // when
    Answer again = ask(requests("idem-a", "idem-b"), true, LONG).join();

    // then
    assertThat(again).isInstanceOfSatisfying(Answer.Decided.class, it -> assertThat(it.decisions())
        .extracting(DialDecision::getVerdict).containsExactly(Verdict.SUPPRESS, Verdict.RECALL));
  }

  private static List<DialRequest> requests(String... ids) {
    List<DialRequest> requests = new ArrayList<>();
    for (String id : ids) {
      requests.add(request(id));
    }
    return requests;
  }

  /** Each time it is asked, it is asked at another time. */
  private static DialRequest request(String id) {
    DialRequest request = Samples.request(id);
    request.setRequestedAt(Instant.now().truncatedTo(ChronoUnit.MICROS));
    return request;
  }

  /** Returns when all that is not known yet was sent. */
  private CompletableFuture<Answer> ask(List<DialRequest> requests, boolean repeatable, Duration within) {
    String last = requests.getLast().getRequestId();
    long before = asked(last);
    CompletableFuture<Answer> answer = CompletableFuture
        .supplyAsync(() -> desk.check(requests, repeatable, clock.instant().plus(within)));
    await().until(() -> answer.isDone() || asked(last) > before);
    return answer;
  }

  private long asked(String id) {
    return sent(REQUESTS).stream().filter(it -> ((DialRequest) it.value()).getRequestId().equals(id)).count();
  }

  private void decide(DialRequest request, Verdict verdict) {
    desk.decided(record(request, verdict));
  }

  private ConsumerRecord<byte[], byte[]> record(DialRequest request, Verdict verdict) {
    DialDecision decision = Samples.decision(request.getRequestId());
    decision.setVerdict(verdict);
    decision.getFacts().setRequest(request);
    decision.setValidUntil(clock.instant().plus(LONG).truncatedTo(ChronoUnit.MICROS));
    return new ConsumerRecord<>("decisions", 0, 0, "k".getBytes(StandardCharsets.US_ASCII),
        decisions.encode(decision));
  }

  private List<ProducerRecord<String, SpecificRecord>> sent(String topic) {
    return producer.history().stream().filter(record -> record.topic().equals(topic)).toList();
  }

  private List<DialOutcome> outcomes() {
    return sent(OUTCOMES).stream().map(record -> (DialOutcome) record.value()).toList();
  }
}
