package io.dialgate.wire.json;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.RiskAssessment;
import io.dialgate.domain.risk.velocity.Tally;
import io.dialgate.domain.risk.velocity.Velocities;
import io.dialgate.domain.risk.velocity.WindowTallies;

/** An assessment as JSON. Amounts, sums and counts are text, so that nobody's binary fractions come between. */
public final class AssessmentJson {

  private AssessmentJson() {}

  /** The document, ready to be written. */
  public static Map<String, @Nullable Object> of(RiskAssessment assessment) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("transactionId", assessment.event().transactionId());
    json.put("interactionId", assessment.event().interactionId());
    json.put("customerId", assessment.event().customerId());
    json.put("amount", Velocities.plain(assessment.event().amount()));
    json.put("currency", assessment.event().currency());
    json.put("tier", assessment.tier());
    json.put("occurredAt", assessment.event().occurredAt().toString());
    json.put("score", assessment.score());
    json.put("flag", assessment.flag().name());
    json.put("category", assessment.category().id());
    json.put("threshold", assessment.threshold());
    json.put("contributions", assessment.contributions().stream().map(it -> {
      Map<String, Object> contribution = new LinkedHashMap<>();
      contribution.put("feature", it.feature());
      contribution.put("observed", it.observed());
      contribution.put("points", it.points());
      return contribution;
    }).toList());
    json.put("velocities", velocities(assessment.velocities()));
    json.put("sinceLastSeconds", seconds(assessment.velocities().sinceLast()));
    json.put("model", assessment.model());
    return json;
  }

  private static List<Map<String, Object>> velocities(Velocities velocities) {
    var all = new ArrayList<Map<String, Object>>();
    for (WindowTallies window : velocities.windows()) {
      all.add(velocity("count", window.window(), window.count()));
      window.sums().forEach((currency, sum) -> all.add(velocity("sum:" + currency, window.window(), sum)));
      window.distincts().forEach((name, count) -> all.add(velocity("distinct:" + name, window.window(), count)));
    }
    return all;
  }

  private static Map<String, Object> velocity(String measure, Duration window, Tally tally) {
    Map<String, Object> velocity = new LinkedHashMap<>();
    velocity.put("measure", measure);
    velocity.put("windowSeconds", window.toSeconds());
    velocity.put("value", Velocities.plain(tally.value()));
    velocity.put("atLeast", tally.atLeast());
    return velocity;
  }

  private static @Nullable String seconds(@Nullable Duration gap) {
    return gap == null ? null : Velocities.plain(BigDecimal.valueOf(gap.toNanos() / 1_000, 6));
  }
}
