package io.dialgate.wire.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.Case.Rekeyed;
import io.dialgate.domain.risk.Amounts;
import io.dialgate.domain.risk.Assessor.Outcome;
import io.dialgate.domain.risk.RiskEvent;
import io.dialgate.domain.risk.velocity.Velocities;
import io.dialgate.schemas.AssessmentFacts;
import io.dialgate.schemas.Contribution;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;

/** {@code risk-assessments}, and those of the model in shadow. */
public final class RiskAssessments {

  private RiskAssessments() {}

  /**
   * What is known of an event beside itself.
   *
   * @param tier the customer's tier as its profile tells it; null if there is none
   * @param shadow the hash of the model that is computed in shadow; null if there is none
   * @param rekeyed where it was first, if it was sent on because it did not belong there
   * @param now when it is assessed
   */
  public record Known(@Nullable String tier, @Nullable String shadow, @Nullable Rekeyed rekeyed, Instant now) {}

  /** The assessment as the world sees it, under the model with this hash. */
  public static RiskAssessment toRecord(RiskEvent event, Outcome outcome, Known known, String model) {
    var record = new RiskAssessment();
    record.setTransactionId(event.transactionId());
    record.setInteractionId(event.interactionId());
    record.setCustomerId(event.customerId());
    record.setModel(model);
    record.setAssessedAt(known.now());
    record.setRepeated(false);
    record.setFacts(facts(event, known));
    switch (outcome) {
      case Outcome.Scored(var scored) -> set(record, scored);
      case Outcome.Unscored(var why, var _) -> {
        set(record, 0, RiskFlag.UNSCORED, "", 0);
        record.setContributions(List.of());
        record.setVelocities(List.of());
        record.setUnscored(why.name());
      }
    }
    return record;
  }

  /** What was scored. Null: a version before 3 wrote it, and did not tell. */
  public static @Nullable RiskEvent event(RiskAssessment record) {
    AssessmentFacts facts = record.getFacts();
    return facts == null
        ? null
        : new RiskEvent(record.getTransactionId(), record.getInteractionId(), record.getCustomerId(),
            facts.getAmount(), facts.getCurrency(), facts.getAttributes(), facts.getOccurredAt());
  }

  /** The velocities that it was made from. */
  public static Velocities velocities(RiskAssessment record) {
    return VelocityRecords.velocities(record.getVelocities());
  }

  /** What was known of the event. Null: a version before 3 wrote it, and did not tell. */
  public static @Nullable Known known(RiskAssessment record) {
    AssessmentFacts facts = record.getFacts();
    if (facts == null) {
      return null;
    }
    var rekeyed = facts.getRekeyed();
    return new Known(facts.getTier(), facts.getShadow(),
        rekeyed == null ? null : new Rekeyed(rekeyed.getTopic(), rekeyed.getPartition(), rekeyed.getOffset()),
        record.getAssessedAt());
  }

  static BigDecimal amount(RiskEvent event) {
    return event.amount().setScale(Amounts.SCALE);
  }

  private static void set(RiskAssessment record, io.dialgate.domain.risk.RiskAssessment scored) {
    set(record, scored.score(), switch (scored.flag()) {
      case LOW -> RiskFlag.LOW;
      case HIGH -> RiskFlag.HIGH;
    }, scored.category().id(), scored.threshold());
    record.setContributions(scored.contributions().stream()
        .map(one -> new Contribution(one.feature(), one.observed(), one.points())).toList());
    record.setVelocities(VelocityRecords.toRecords(scored.velocities()));
  }

  private static void set(RiskAssessment record, int score, RiskFlag flag, String category, int threshold) {
    record.setScore(score);
    record.setFlag(flag);
    record.setCategory(category);
    record.setThreshold(threshold);
  }

  private static AssessmentFacts facts(RiskEvent event, Known known) {
    Rekeyed rekeyed = known.rekeyed();
    return new AssessmentFacts(amount(event), event.currency(), event.attributes(), event.occurredAt(), known.tier(),
        known.shadow(),
        rekeyed == null
            ? null
            : new io.dialgate.schemas.Rekeyed(rekeyed.topic(), rekeyed.partition(), rekeyed.offset()),
        null);
  }
}
