package io.dialgate.domain.risk;

import java.util.List;

import io.dialgate.domain.risk.velocity.Velocities;

/**
 * The score of one event, and all that it was made from: scoring the same again with the same model gives the same.
 *
 * @param event what was scored
 * @param tier the customer's tier as the model took it
 * @param score from 0 to the model's cap
 * @param flag HIGH if the score reaches the category's threshold
 * @param category what kind of transaction it is
 * @param contributions of every feature, in the order of the model
 * @param velocities how fast the customer has been acting
 * @param model the content hash of the model
 */
public record RiskAssessment(RiskEvent event, String tier, int score, Flag flag, Category category,
    List<Contribution> contributions, Velocities velocities, String model) {

  /** Keeps its own copy. */
  public RiskAssessment {
    contributions = List.copyOf(contributions);
  }

  public int threshold() {
    return category.threshold();
  }
}
