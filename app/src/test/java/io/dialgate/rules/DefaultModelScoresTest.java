package io.dialgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import io.dialgate.domain.risk.Contribution;
import io.dialgate.domain.risk.Flag;
import io.dialgate.domain.risk.RiskAssessment;
import io.dialgate.domain.risk.RiskEvent;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.domain.risk.Scorer;
import io.dialgate.domain.risk.velocity.Tally;
import io.dialgate.domain.risk.velocity.Velocities;
import io.dialgate.domain.risk.velocity.WindowTallies;

/** What the shipped model says at both sides of every edge, as a table that a person can read. */
class DefaultModelScoresTest {

  private static final RiskModel MODEL = DefaultModel.read(new ModelReader());
  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @CsvFileSource(resources = "default-model-scores.csv", numLinesToSkip = 1, nullValues = "none")
  void shouldScoreAsTheTableSays(@Nullable String tier, BigDecimal amount, long events, int tierPoints,
      int amountPoints,
      int countPoints, int score, String category, int threshold, Flag flag) {
    // given
    var event = new RiskEvent("t", "i", "c", amount, "USD", Map.of(), Instant.parse("2026-09-01T12:00:00Z"));

    // when
    RiskAssessment assessment = Scorer.score(event, tier, velocities(events), MODEL);

    // then
    assertThat(assessment.contributions()).extracting(Contribution::feature).containsExactly("tier", "amount",
        "count_1h");
    assertThat(assessment.contributions()).extracting(Contribution::points).containsExactly(tierPoints, amountPoints,
        countPoints);
    assertThat(assessment.score()).isEqualTo(score);
    assertThat(assessment.category().id()).isEqualTo(category);
    assertThat(assessment.threshold()).isEqualTo(threshold);
    assertThat(assessment.flag()).isEqualTo(flag);
    assertThat(assessment.model()).isEqualTo(MODEL.hash());
  }

  /** So many events in the hour, and very many in the other windows, which the model does not look at. */
  private static Velocities velocities(long events) {
    return new Velocities(MODEL.plan().windows().stream().map(it -> new WindowTallies(it,
        new Tally(BigDecimal.valueOf(it.equals(HOUR) ? events : 1_000), false), new TreeMap<>(), new TreeMap<>()))
        .toList(), null);
  }
}
