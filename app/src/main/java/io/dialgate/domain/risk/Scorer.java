package io.dialgate.domain.risk;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.velocity.Velocities;

/**
 * Scores events.
 *
 * <pre>
 * points(feature) = min(feature.cap, weight × (points of its first band that holds, else otherwise))
 * score           = min(model.cap, sum of points)
 * HIGH            ⇔ score ≥ threshold of the first category that holds
 * </pre>
 */
public final class Scorer {

  private Scorer() {}

  /**
   * Scores an event. Pure: the same arguments give the same assessment.
   *
   * @param tier the customer's tier as its profile tells it; null if there is none
   * @param velocities counted under the model's own plan, this event included
   */
  public static RiskAssessment score(RiskEvent event, @Nullable String tier, Velocities velocities, RiskModel model) {
    String known = model.tiers().of(tier);
    var seen = new Observer(event, tier, known, velocities);
    List<Contribution> contributions = model.features().stream().map(it -> contribution(it, seen)).toList();
    int sum = contributions.stream().mapToInt(Contribution::points).sum();
    int score = Math.min(model.cap(), sum);
    Category category = model.category(known, event.amount());
    Flag flag = score >= category.threshold() ? Flag.HIGH : Flag.LOW;
    return new RiskAssessment(event, known, score, flag, category, contributions, velocities, model.hash());
  }

  private static Contribution contribution(Feature feature, Observer seen) {
    Observed observed = seen.of(feature.source());
    int points = feature.bands().stream().filter(band -> holds(band, observed)).findFirst().map(Band::points)
        .orElse(feature.otherwise());
    return new Contribution(feature.id(), observed.words(), feature.weighed(points));
  }

  private static boolean holds(Band band, Observed observed) {
    BigDecimal number = observed.number();
    return switch (band) {
      case Band.Is(String value, int _) -> value.equals(observed.word());
      case Band.Over(BigDecimal edge, int _) -> number != null && number.compareTo(edge) > 0;
      case Band.Under(BigDecimal edge, int _) -> number != null && number.compareTo(edge) < 0;
    };
  }
}
