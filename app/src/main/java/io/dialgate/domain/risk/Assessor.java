package io.dialgate.domain.risk;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.velocity.Placed;

/** The one way from an event that was placed to its score: live, in shadow, and when recorded traffic is replayed. */
public final class Assessor {

  private Assessor() {}

  /** What became of an event. */
  public sealed interface Outcome {

    /** It has a score. */
    record Scored(RiskAssessment assessment) implements Outcome {}

    /**
     * It has none.
     *
     * @param why what kept it from being counted
     * @param bound the time that would just have been taken
     */
    record Unscored(Why why, Instant bound) implements Outcome {}
  }

  /** Why an event has no score. */
  public enum Why {
    /** It lies too far behind the customer's latest. */
    TOO_LATE,
    /** It claims to have happened after it arrived. */
    FROM_THE_FUTURE
  }

  /**
   * Scores an event, if it was counted.
   *
   * @param placed what counting it under the model's plan gave
   * @param tier the customer's tier as its profile tells it; null if there is none
   */
  public static Outcome assess(RiskEvent event, Placed placed, @Nullable String tier, RiskModel model) {
    return switch (placed) {
      case Placed.Counted(var velocities) -> new Outcome.Scored(Scorer.score(event, tier, velocities, model));
      case Placed.TooLate(Instant earliest) -> new Outcome.Unscored(Why.TOO_LATE, earliest);
      case Placed.FromTheFuture(Instant latest) -> new Outcome.Unscored(Why.FROM_THE_FUTURE, latest);
    };
  }
}
