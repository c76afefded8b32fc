package io.dialgate.topology.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.dialgate.domain.risk.Opinion;
import io.dialgate.domain.risk.Opinion.Answered;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.ScorerOutcome;
import io.dialgate.topology.risk.Asking;

/** Stories about a scorer outside, whose answer is awaited for two seconds. The default model: standard 65, new customer 30. */
class ScorerStoryTest {

  private static final Duration WITHIN = Duration.ofSeconds(2);
  private static final Opinion THIRTY = new Opinion(Answered.IN_TIME, 30, "device seen in chargebacks");

  @Test
  void shouldAddPointsOfAnswerInTime() {
    try (var story = asked()) {
      // given: 15 for the tier, 10 for the amount
      String transaction = story.spends("ann", "100");
      assertThat(story.assessments()).isEmpty();
      assertThat(story.scorerRequests()).singleElement().satisfies(request -> {
        assertThat(request.getAssessment().getTransactionId()).isEqualTo(transaction);
        assertThat(request.getAssessment().getScore()).isEqualTo(25);
        assertThat(request.getAnswerBy()).isEqualTo(story.now().plus(WITHIN));
      });

      // when
      story.opines("ann", transaction, THIRTY);

      // then
      assertThat(story.answer(transaction)).isEqualTo("LOW 55 standard");
      RiskAssessment told = story.answers(transaction).getFirst();
      assertThat(told.getContributions().getLast().getFeature()).isEqualTo(Opinion.FEATURE);
      assertThat(told.getContributions().getLast().getPoints()).isEqualTo(30);
      assertThat(told.getFacts().getScorer().getOutcome()).isEqualTo(ScorerOutcome.ANSWERED);
      assertThat(told.getFacts().getScorer().getRuleScore()).isEqualTo(25);
    }
  }

  @Test
  void shouldTurnHighAndAlertOnce() {
    try (var story = asked()) {
      // given
      String transaction = story.spends("ann", "100");

      // when
      story.opines("ann", transaction, new Opinion(Answered.IN_TIME, 40, "listed"));
      story.opines("ann", transaction, new Opinion(Answered.IN_TIME, 90, "listed twice"));

      // then
      assertThat(story.answer(transaction)).isEqualTo("HIGH 65 standard");
      assertThat(story.alerts(AlertKind.HIGH_RISK)).hasSize(1);
    }
  }

  @Test
  void shouldKeepScoreWithinModelsCap() {
    try (var story = asked()) {
      // given
      String transaction = story.spends("ann", "20000");

      // when
      story.opines("ann", transaction, new Opinion(Answered.IN_TIME, 100, "listed"));

      // then
      assertThat(story.answer(transaction)).isEqualTo("HIGH 100 standard");
    }
  }

  @Test
  void shouldLetRuleScoreStandAndSayWhyWithoutAnswerInTime() {
    try (var story = asked()) {
      // given
      String transaction = story.spends("ann", "100");

      // when
      story.after(WITHIN.minusMillis(100));
      assertThat(story.assessments()).isEmpty();
      story.after(Duration.ofMillis(200));
      story.opines("ann", transaction, THIRTY);

      // then
      assertThat(story.answer(transaction)).isEqualTo("LOW 25 standard");
      assertThat(outcome(story, transaction)).isEqualTo(ScorerOutcome.NO_ANSWER);
    }
  }

  @Test
  void shouldLetRuleScoreStandWhenScorerFails() {
    try (var story = asked()) {
      // given
      String transaction = story.spends("ann", "100");

      // when
      story.opines("ann", transaction, Opinion.none(Answered.FAILED, "status 500"));

      // then
      assertThat(story.answer(transaction)).isEqualTo("LOW 25 standard");
      assertThat(outcome(story, transaction)).isEqualTo(ScorerOutcome.FAILED);
    }
  }

  @Test
  void shouldTellInOrderInWhichItScored() {
    try (var story = asked()) {
      // given
      String first = story.spends("ann", "100");
      String second = story.spends("bob", "100");
      String late = story.spends("ann", "100", story.now().minus(Duration.ofDays(60)));

      // when
      story.opines("bob", second, THIRTY);
      assertThat(story.assessments()).isEmpty();
      story.opines("ann", first, THIRTY);

      // then
      assertThat(story.assessments()).extracting(RiskAssessment::getTransactionId).containsExactly(first, second, late);
      assertThat(story.answer(late)).isEqualTo("UNSCORED TOO_LATE");
    }
  }

  @Test
  void shouldAnswerRepeatedTransactionAlikeWhileFirstIsHeld() {
    try (var story = asked()) {
      // given
      var transaction = story.transaction("ann", "100", story.now());
      String id = story.sends(transaction, "ann");
      story.sends(transaction, "ann");

      // when
      story.opines("ann", id, THIRTY);
      story.sends(transaction, "ann");

      // then
      assertThat(story.scorerRequests()).hasSize(1);
      assertThat(story.answers(id)).extracting(RiskStory::inShort).containsExactly("LOW 55 standard",
          "LOW 55 standard", "LOW 55 standard");
      assertThat(story.answers(id)).extracting(RiskAssessment::getRepeated).containsExactly(false, true, true);
    }
  }

  @Test
  void shouldLoseNothingThatIsHeldWhenApplicationEnds() {
    try (var story = asked()) {
      // given
      String first = story.spends("ann", "100");
      String second = story.spends("bob", "100");
      story.opines("bob", second, THIRTY);

      // when
      story.restart();
      story.after(WITHIN.plusMillis(100));

      // then
      assertThat(story.assessments()).extracting(RiskStory::inShort).isEqualTo(List.of("LOW 25 standard",
          "LOW 55 standard"));
      assertThat(outcome(story, first)).isEqualTo(ScorerOutcome.NO_ANSWER);
      assertThat(outcome(story, second)).isEqualTo(ScorerOutcome.ANSWERED);
      assertThat(story.rows("held-assessments")).isZero();
    }
  }

  @Test
  void shouldNotAskWhileTooManyWait() {
    try (var story = new RiskStory(new Asking.Scorer(WITHIN, 1))) {
      // given
      String first = story.spends("ann", "100");
      String second = story.spends("bob", "100");

      // when
      story.opines("ann", first, THIRTY);

      // then
      assertThat(story.scorerRequests()).hasSize(1);
      assertThat(outcome(story, second)).isEqualTo(ScorerOutcome.NOT_ASKED);
      assertThat(story.answer(second)).isEqualTo("LOW 25 standard");
    }
  }

  @Test
  void shouldAskNobodyWhenNobodyIsSet() {
    try (var story = new RiskStory()) {
      // when
      String transaction = story.spends("ann", "100");

      // then
      assertThat(story.scorerRequests()).isEmpty();
      assertThat(story.answers(transaction).getFirst().getFacts().getScorer()).isNull();
    }
  }

  private static ScorerOutcome outcome(RiskStory story, String transaction) {
    return story.answers(transaction).getFirst().getFacts().getScorer().getOutcome();
  }

  private static RiskStory asked() {
    return new RiskStory(new Asking.Scorer(WITHIN, 1000));
  }
}
