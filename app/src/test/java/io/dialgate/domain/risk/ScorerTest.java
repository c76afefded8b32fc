package io.dialgate.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.domain.risk.velocity.Tally;
import io.dialgate.domain.risk.velocity.Velocities;
import io.dialgate.domain.risk.velocity.VelocityPlan;
import io.dialgate.domain.risk.velocity.WindowTallies;

/** How features, weights, caps, categories and tiers make a score. */
class ScorerTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @CsvSource({"0, 1", "10, 1", "10.0001, 7", "20, 7", "20.0001, 9"})
  void shouldTakeTheFirstBandThatIsOverItsEdge(BigDecimal amount, int points) {
    // given
    var feature = feature(new Source.Amount(), over("20", 9), over("10", 7));

    // when / then
    assertThat(score(feature, amount, null).contributions()).extracting(Contribution::points).containsExactly(points);
  }

  @ParameterizedTest
  @CsvSource({"0, 9", "1999999, 9", "2000000, 7", "4999999, 7", "5000000, 1"})
  void shouldTakeTheFirstBandThatIsUnderItsEdge(long micros, int points) {
    // given
    var feature = feature(new Source.SinceLast(), new Band.Under(new BigDecimal("2"), 9),
        new Band.Under(new BigDecimal("5"), 7));

    // when
    RiskAssessment assessment = score(feature, BigDecimal.ONE, Duration.ofNanos(micros * 1_000));

    // then
    assertThat(assessment.contributions()).extracting(Contribution::points).containsExactly(points);
  }

  @Test
  void shouldHoldNoBandWhereThereIsNothingToSee() {
    // given
    var feature = feature(new Source.SinceLast(), new Band.Under(new BigDecimal("2"), 9), over("1", 7));

    // when
    RiskAssessment assessment = score(feature, BigDecimal.ONE, null);

    // then
    assertThat(assessment.contributions()).containsExactly(new Contribution("f", "none before", 1));
  }

  @Test
  void shouldSayWhatEachFeatureSaw() {
    // given
    List<Source> sources = List.of(new Source.Tier(), new Source.Amount(), new Source.Count(HOUR), new Source.Sum(HOUR),
        new Source.Distinct("device", HOUR), new Source.SinceLast());
    List<Feature> features = sources.stream().map(it -> feature(it, over("0", 2))).toList();

    // when
    RiskAssessment assessment = Scorer.score(event(new BigDecimal("12.5")), "gold",
        velocities(Duration.ofMillis(1_500)),
        model(100, features));

    // then
    assertThat(assessment.tier()).isEqualTo("known");
    assertThat(assessment.contributions()).extracting(Contribution::observed).containsExactly(
        "known, since the model knows no tier gold", "12.5 USD", "4", "at least 50.25 USD", "at least 3", "1.5 s");
    assertThat(assessment.contributions()).extracting(Contribution::points).containsExactly(1, 2, 2, 2, 2, 2);
  }

  @Test
  void shouldSayThatNoProfileTellsTheTier() {
    // when
    RiskAssessment assessment = Scorer.score(event(BigDecimal.ONE), null, velocities(null),
        model(100, List.of(feature(new Source.Tier(), new Band.Is("known", 5)))));

    // then
    assertThat(assessment.contributions()).containsExactly(
        new Contribution("f", "known, since no profile tells one", 5));
  }

  @Test
  void shouldSayTheTierAlone() {
    // when
    RiskAssessment assessment = Scorer.score(event(BigDecimal.ONE), "new", velocities(null),
        model(100, List.of(feature(new Source.Tier(), new Band.Is("new", 5)))));

    // then
    assertThat(assessment.contributions()).containsExactly(new Contribution("f", "new", 5));
  }

  @ParameterizedTest
  @CsvSource({"1, 100, 7", "3, 100, 21", "3, 21, 21", "3, 20, 20", "3, 0, 0"})
  void shouldWeighAndCapEachFeature(int weight, int cap, int points) {
    // given
    var feature = new Feature("f", new Source.Amount(), List.of(over("0", 7)), 1, weight, cap);

    // when / then
    assertThat(score(feature, BigDecimal.TEN, null).score()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"13, 13", "14, 14", "15, 14"})
  void shouldCapTheSum(int cap, int score) {
    // given
    List<Feature> two = List.of(feature(new Source.Amount(), over("0", 7)), feature(new Source.Amount(), over("0", 7)));

    // when / then
    assertThat(Scorer.score(event(BigDecimal.TEN), null, velocities(null), model(cap, two)).score()).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"new, 1, fresh, 8, LOW", "new, 1001, fresh-and-large, 7, HIGH", "known, 1000, rest, 7, HIGH",
      "known, 1001, large, 6, HIGH"})
  void shouldTakeTheFirstCategoryWhoseConditionsAllHold(String tier, BigDecimal amount, String category, int threshold,
      Flag flag) {
    // given
    var model = model(100, List.of(feature(new Source.Amount(), over("0", 7))));

    // when
    RiskAssessment assessment = Scorer.score(event(amount), tier, velocities(null), model);

    // then
    assertThat(assessment.category().id()).isEqualTo(category);
    assertThat(assessment.threshold()).isEqualTo(threshold);
    assertThat(assessment.flag()).isEqualTo(flag);
  }

  @Test
  void shouldChangeNothingButThresholds() {
    // given
    var model = model(100, List.of(feature(new Source.Amount(), over("0", 7))));

    // when
    RiskAssessment assessment = Scorer.score(event(BigDecimal.ONE), "known", velocities(null),
        model.withThresholds("strict", "sha256:1", Map.of("rest", 8)));

    // then
    assertThat(assessment.score()).isEqualTo(7);
    assertThat(assessment.flag()).isEqualTo(Flag.LOW);
    assertThat(assessment.model()).isEqualTo("sha256:1");
  }

  private static RiskAssessment score(Feature feature, BigDecimal amount, @Nullable Duration sinceLast) {
    return Scorer.score(event(amount), null, velocities(sinceLast), model(100, List.of(feature)));
  }

  private static Feature feature(Source source, Band... bands) {
    return new Feature("f", source, List.of(bands), 1, 1, 100);
  }

  private static Band over(String edge, int points) {
    return new Band.Over(new BigDecimal(edge), points);
  }

  private static RiskEvent event(BigDecimal amount) {
    return new RiskEvent("t", "i", "c", amount, "USD", Map.of(), Instant.parse("2026-09-01T12:00:00Z"));
  }

  private static Velocities velocities(@Nullable Duration sinceLast) {
    return new Velocities(List.of(new WindowTallies(HOUR, new Tally(new BigDecimal("4"), false),
        new TreeMap<>(Map.of("USD", new Tally(new BigDecimal("50.25"), true))),
        new TreeMap<>(Map.of("device", new Tally(new BigDecimal("3"), true))))), sinceLast);
  }

  private static RiskModel model(int cap, List<Feature> features) {
    var plan = new VelocityPlan(List.of(HOUR), List.of("device"), Duration.ZERO, Duration.ZERO);
    var thousand = new BigDecimal("1000");
    return new RiskModel("small", "sha256:0", null, plan, new RiskModel.Tiers(List.of("new", "known"), "known"), cap,
        features, List.of(new Category("fresh-and-large", "new", thousand, 7), new Category("fresh", "new", null, 8),
            new Category("large", null, thousand, 6), new Category("rest", null, null, 7)));
  }
}
