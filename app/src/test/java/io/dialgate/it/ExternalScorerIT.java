package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.ScorerOpinion;
import io.dialgate.schemas.ScorerOutcome;
import io.dialgate.wire.Topics;

/** A scorer outside is asked about each transaction, in the middle of traffic and of a kill. */
@OnEmbeddedGround
class ExternalScorerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ScoringHouse house = new ScoringHouse();
  private final Site site;

  ExternalScorerIT(Ground ground) {
    site = new Site(ground, "external-scorer", Map.of("roles", "risk,audit", "risk.scorer.url", house.url()));
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
    house.close();
  }

  @Test
  void shouldAnswerEachTransactionOnceWithWhatScorerSaidInTime() throws Exception {
    // given
    var traffic = new RiskTraffic(site, 5);
    UpProcess first = site.up("data");
    first.awaitReady();
    traffic.start();
    awaitAnswered(1);

    // when
    first.kill();
    UpProcess second = site.up("data");
    second.awaitReady();
    awaitAnswered(answered() + 1);
    awaitOutcome(ScorerOutcome.NO_ANSWER);
    awaitOutcome(ScorerOutcome.FAILED);
    traffic.stop();

    // then
    var expected = new RiskExpected(traffic, site);
    expected.awaitSettled();
    assertThat(second.stop()).as("exit code").isZero();
    expected.check();
    assertThat(site.values(Topics.RISK_ASSESSMENTS)).allSatisfy(this::checkOpinion);
  }

  private void checkOpinion(RiskAssessment one) {
    ScorerOpinion opinion = one.getFacts().getScorer();
    if (one.getUnscored() != null) {
      assertThat(opinion).isNull();
      return;
    }
    String id = one.getTransactionId();
    switch (opinion.getOutcome()) {
      case ANSWERED -> {
        assertThat(ScoringHouse.treatment(id)).isEqualTo(ScoringHouse.Treatment.POINTS);
        assertThat(opinion.getPoints()).isEqualTo(ScoringHouse.points(id));
        assertThat(opinion.getRuleScore()).isEqualTo(house.ruleScores().get(id));
        assertThat(one.getScore()).isEqualTo(Math.min(100, opinion.getRuleScore() + opinion.getPoints()));
      }
      case FAILED -> assertThat(ScoringHouse.treatment(id)).isEqualTo(ScoringHouse.Treatment.ERROR);
      case NO_ANSWER, NOT_ASKED -> assertThat(one.getScore()).isEqualTo(opinion.getRuleScore());
      case UNKNOWN -> throw new AssertionError("expected an outcome of this version, but got " + one);
    }
  }

  private void awaitAnswered(long least) {
    await().atMost(PATIENCE).pollInSameThread().until(() -> answered() >= least);
  }

  private void awaitOutcome(ScorerOutcome outcome) {
    await().atMost(PATIENCE).pollInSameThread()
        .until(() -> site.values(Topics.RISK_ASSESSMENTS).stream().anyMatch(one -> outcome(one) == outcome));
  }

  private long answered() {
    return site.values(Topics.RISK_ASSESSMENTS).stream().filter(one -> outcome(one) == ScorerOutcome.ANSWERED).count();
  }

  private static ScorerOutcome outcome(RiskAssessment one) {
    ScorerOpinion opinion = one.getFacts().getScorer();
    return opinion == null ? ScorerOutcome.UNKNOWN : opinion.getOutcome();
  }
}
