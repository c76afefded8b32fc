package io.dialgate.wire.json;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.AssessmentFacts;
import io.dialgate.schemas.Contribution;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.ScorerOpinion;
import io.dialgate.schemas.Velocity;

/** A recorded assessment as JSON: every field is there, an absent value as null, times in RFC 3339 with six digits. */
public final class RecordedAssessmentJson {

  private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private RecordedAssessmentJson() {}

  /** The document, ready to be written. */
  public static Map<String, @Nullable Object> of(RiskAssessment one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", "risk-" + one.getTransactionId());
    json.put("timestamp", text(one.getAssessedAt()));
    json.put("interactionId", one.getInteractionId());
    json.put("transactionId", one.getTransactionId());
    json.put("customerId", one.getCustomerId());
    json.put("score", one.getScore());
    json.put("flag", one.getFlag().name());
    json.put("category", one.getCategory());
    json.put("threshold", one.getThreshold());
    json.put("unscored", one.getUnscored());
    json.put("repeated", one.getRepeated());
    json.put("contributions", one.getContributions().stream().map(RecordedAssessmentJson::json).toList());
    json.put("velocities", velocities(one.getVelocities()));
    json.put("model", one.getModel());
    json.put("facts", one.getFacts() == null ? null : json(one.getFacts()));
    return json;
  }

  private static Map<String, Object> json(Contribution contribution) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("feature", contribution.getFeature());
    json.put("observed", contribution.getObserved());
    json.put("points", contribution.getPoints());
    return json;
  }

  private static List<Map<String, Object>> velocities(List<Velocity> velocities) {
    return velocities.stream().map(one -> {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("measure", one.getMeasure());
      json.put("windowSeconds", one.getWindowSeconds());
      json.put("value", one.getValue());
      json.put("atLeast", one.getAtLeast());
      return json;
    }).toList();
  }

  private static Map<String, @Nullable Object> json(AssessmentFacts facts) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("amount", facts.getAmount().toPlainString());
    json.put("currency", facts.getCurrency());
    json.put("attributes", facts.getAttributes());
    json.put("occurredAt", text(facts.getOccurredAt()));
    json.put("tier", facts.getTier());
    json.put("shadow", facts.getShadow());
    json.put("rekeyed", facts.getRekeyed() == null ? null : facts.getRekeyed().getTopic());
    json.put("scorer", facts.getScorer() == null ? null : json(facts.getScorer()));
    return json;
  }

  private static Map<String, Object> json(ScorerOpinion opinion) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("outcome", opinion.getOutcome().name());
    json.put("points", opinion.getPoints());
    json.put("reason", opinion.getReason());
    json.put("ruleScore", opinion.getRuleScore());
    return json;
  }

  private static String text(Instant at) {
    return TIME.format(at);
  }
}
