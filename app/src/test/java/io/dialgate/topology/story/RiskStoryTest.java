package io.dialgate.topology.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.domain.risk.Assessor.Outcome;
import io.dialgate.domain.risk.Scorer;
import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.Contribution;
import io.dialgate.schemas.DataActionTransaction;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;
import io.dialgate.schemas.Velocity;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.RiskAssessments;

/** Customers spend, and each transaction is scored at once. */
class RiskStoryTest {

  private final RiskStory story = new RiskStory();

  @AfterEach
  void end() {
    story.close();
  }

  @Test
  void shouldTurnHighWhenACustomerActsFast() {
    // when
    List<String> burst = IntStream.range(0, 7).mapToObj(_ -> {
      story.after(Duration.ofSeconds(5));
      return story.spends("ann", "6000");
    }).toList();
    story.activates(story.publishes("threshold 60"));
    String last = story.spends("ann", "6000");

    // then
    assertThat(burst).extracting(story::answer).containsExactly("LOW 35 standard", "LOW 35 standard",
        "LOW 50 standard", "LOW 50 standard", "LOW 50 standard", "LOW 60 standard", "LOW 60 standard");
    assertThat(story.answer(last)).isEqualTo("HIGH 60 standard");
  }

  @Test
  void shouldTellWhyWithWhatEachFeatureSawAndAlert() {
    // given
    story.tier("ann", "new");

    // when
    String id = story.spends("ann", "12000.50");

    // then
    RiskAssessment told = story.answers(id).getFirst();
    assertThat(told.getContributions()).containsExactly(new Contribution("tier", "new", 20),
        new Contribution("amount", "12000.5 USD", 30), new Contribution("count", "1", 0));
    assertThat(told.getVelocities()).contains(new Velocity("count", 3600L, "1", false),
        new Velocity("sum:USD", 3600L, "12000.5", false), new Velocity("distinct:channel", 60L, "1", false));
    assertThat(told.getThreshold()).isEqualTo(30);
    assertThat(told.getAssessedAt()).isEqualTo(story.now());
    Alert alert = story.alerts(AlertKind.HIGH_RISK).getFirst();
    assertThat(alert.getSubject()).isEqualTo("ann");
    assertThat(alert.getMessage()).contains(id, "scored 50", "amount 12000.5 USD: 30", "tier new: 20",
        told.getInteractionId());
  }

  @Test
  void shouldBeRecomputableFromItsOwnRecord() {
    // given
    story.tier("ann", "premium");
    IntStream.range(0, 5).forEach(_ -> story.spends("ann", "7000"));

    // when
    List<RiskAssessment> told = story.assessments();

    // then
    var model = new ModelsUnderTest().builtIn();
    assertThat(told).hasSize(5).allSatisfy(one -> {
      var event = Objects.requireNonNull(RiskAssessments.event(one));
      var known = Objects.requireNonNull(RiskAssessments.known(one));
      var again = Scorer.score(event, known.tier(), RiskAssessments.velocities(one), model);
      assertThat(RiskAssessments.toRecord(event, new Outcome.Scored(again), known, model.hash())).isEqualTo(one);
    });
  }

  @Test
  void shouldTakeTheTierAsItWasToldLast() {
    // when
    story.tier("ann", "premium");
    String premium = story.spends("ann", "1");
    story.tier("ann", null);
    String forgotten = story.spends("ann", "1");
    story.tier("ann", "platinum");
    String unknown = story.spends("bob", "1");

    // then
    assertThat(List.of(premium, forgotten, unknown)).extracting(story::answer).containsExactly("LOW 20 standard",
        "LOW 25 standard", "LOW 25 standard");
  }

  @Test
  void shouldScoreATransactionOnceAndAnswerItAlike() {
    // given
    DataActionTransaction transaction = story.transaction("ann", "6000", story.now());
    story.sends(transaction, "ann");
    IntStream.range(0, 5).forEach(_ -> story.spends("ann", "1"));

    // when
    story.sends(transaction, "ann");
    story.restart();
    story.after(Duration.ofMinutes(1));
    story.sends(transaction, "ann");
    String next = story.spends("ann", "1");

    // then
    List<RiskAssessment> answers = story.answers(transaction.getTransactionId());
    assertThat(answers).extracting(RiskAssessment::getRepeated).containsExactly(false, true, true);
    answers.forEach(one -> one.setRepeated(false));
    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(count(story.answers(next).getFirst())).as("this one, the five, and the first once").isEqualTo("7");
  }

  @Test
  void shouldForgetAnAnswerWhenItsTimeIsOver() {
    // given
    DataActionTransaction transaction = story.transaction("ann", "1", story.now());
    story.sends(transaction, "ann");

    // when
    story.after(RiskStory.MEMORY);
    story.sends(transaction, "ann");
    long kept = story.rows("answers");
    story.after(Duration.ofSeconds(1));
    story.after(RiskStory.MEMORY);
    story.after(Duration.ofSeconds(1));

    // then
    assertThat(story.assessments()).extracting(RiskAssessment::getRepeated).containsExactly(false, true);
    assertThat(kept).isEqualTo(1);
    assertThat(story.rows("answers")).isZero();
  }

  @Test
  void shouldForgetACustomerWhomNoWindowHoldsAnyMore() {
    // given
    story.spends("ann", "1");
    long kept = story.rows("velocity-pages");

    // when
    story.after(Duration.ofHours(1));
    long inTheHour = story.rows("velocity-pages");
    story.after(ModelsUnderTest.GRACE);
    story.after(Duration.ofSeconds(1));

    // then
    assertThat(inTheHour).isEqualTo(kept).isPositive();
    assertThat(story.rows("velocity-pages")).isZero();
  }

  @Test
  void shouldPlaceALateEventWhereItBelongs() {
    // given
    story.after(Duration.ofMinutes(30));
    story.spends("ann", "1");
    story.spends("ann", "1");

    // when
    String late = story.spends("ann", "1", story.now().minus(ModelsUnderTest.GRACE));
    String next = story.spends("ann", "1");

    // then
    assertThat(count(story.answers(late).getFirst())).as("at its own time").isEqualTo("1");
    assertThat(count(story.answers(next).getFirst())).isEqualTo("4");
  }

  @Test
  void shouldSayOfAnEventThatIsTooLateThatItIsNotScored() {
    // given
    story.after(Duration.ofMinutes(30));
    story.spends("ann", "1");

    // when
    String late = story.spends("ann", "1", story.now().minus(ModelsUnderTest.GRACE).minusNanos(1_000));
    String next = story.spends("ann", "1");

    // then
    assertThat(story.answer(late)).isEqualTo("UNSCORED TOO_LATE");
    assertThat(story.answers(late).getFirst().getVelocities()).isEmpty();
    assertThat(count(story.answers(next).getFirst())).isEqualTo("2");
    assertThat(story.alerts(AlertKind.HIGH_RISK)).isEmpty();
  }

  @Test
  void shouldNotLetAnEventFromTheFutureExpireAnything() {
    // given
    story.spends("ann", "1");

    // when
    String future = story.spends("ann", "1", story.now().plus(ModelsUnderTest.SKEW).plusNanos(1_000));
    String ahead = story.spends("ann", "1", story.now().plus(ModelsUnderTest.SKEW));
    String next = story.spends("ann", "1");

    // then
    assertThat(story.answer(future)).isEqualTo("UNSCORED FROM_THE_FUTURE");
    assertThat(story.answers(ahead).getFirst().getFlag()).isEqualTo(RiskFlag.LOW);
    assertThat(count(story.answers(next).getFirst())).isEqualTo("2");
  }

  @Test
  void shouldScoreARecordWithAWrongKeyWhereItsCustomerIsAndSayHowItCame() {
    // given
    story.spends("ann", "1");

    // when
    String id = story.sends(story.transaction("ann", "1", story.now()), "somebody");

    // then
    RiskAssessment told = story.answers(id).getFirst();
    assertThat(count(told)).isEqualTo("2");
    assertThat(told.getFacts().getRekeyed().getTopic()).isEqualTo("test." + Topics.DATA_ACTION_TRANSACTIONS);
    assertThat(told.getFacts().getRekeyed().getOffset()).isEqualTo(1);
    assertThat(story.alerts(AlertKind.MISPARTITIONED_PRODUCER)).singleElement()
        .satisfies(alert -> assertThat(alert.getMessage()).contains("their customer does not belong"));
  }

  @Test
  void shouldRejectWhatCannotBeTaken() {
    // given
    DataActionTransaction negative = story.transaction("ann", "-1", story.now());
    DataActionTransaction nameless = story.transaction("", "1", story.now());
    DataActionTransaction huge = story.transaction("ann", "1", story.now());
    huge.setAttributes(Map.of("note", "x".repeat(17_000)));

    // when
    story.sends(negative, "ann");
    story.sends(nameless, "ann");
    story.sends(huge, "ann");
    story.writes(Topics.DATA_ACTION_TRANSACTIONS, "ann", null);
    story.writes(Topics.DATA_ACTION_TRANSACTIONS, "ann", new byte[]{0, 0, 0, 0, 9, 9});

    // then
    assertThat(story.assessments()).isEmpty();
    assertThat(story.rejected()).extracting(one -> one.header("dialgate.error.code")).containsExactly("BAD_FIELD",
        "BAD_FIELD", "TOO_LARGE", "NULL_VALUE", "UNREADABLE");
  }

  @Test
  void shouldGoOnWhereItWasAfterARestart() {
    // given
    story.tier("ann", "new");
    story.activates(story.publishes("threshold 1"));
    IntStream.range(0, 3).forEach(_ -> story.spends("ann", "6000"));

    // when
    story.restart();
    String next = story.spends("ann", "6000");
    String other = story.spends("bob", "1");

    // then
    assertThat(story.answer(next)).isEqualTo("HIGH 55 new_customer");
    assertThat(count(story.answers(next).getFirst())).isEqualTo("4");
    assertThat(story.answer(other)).isEqualTo("HIGH 25 standard");
  }

  @Test
  void shouldTellTheVeryBytesThatItRemembers() {
    // given
    DataActionTransaction transaction = story.transaction("ann", "1", story.now());

    // when
    story.sends(transaction, "ann");
    story.sends(transaction, "ann");
    story.sends(transaction, "ann");

    // then
    var bytes = story.assessmentBytes();
    assertThat(Arrays.equals(bytes.get(1).said(), bytes.get(2).said())).isTrue();
    assertThat(new BigDecimal("1.0000")).isEqualTo(story.assessments().getFirst().getFacts().getAmount());
  }

  private static String count(RiskAssessment one) {
    return one.getVelocities().stream().filter(it -> it.getMeasure().equals("count") && it.getWindowSeconds() == 3600)
        .findFirst().orElseThrow().getValue();
  }
}
