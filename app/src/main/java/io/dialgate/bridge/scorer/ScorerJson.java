package io.dialgate.bridge.scorer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.dialgate.domain.risk.Opinion;
import io.dialgate.domain.risk.Opinion.Answered;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.wire.json.RecordedAssessmentJson;

/** What is posted to the scorer, and what it may answer: {@code {"points": 12, "reason": "device seen in chargebacks"}}. */
final class ScorerJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ScorerJson() {}

  /** The assessment that the rules made, with its facts, as {@code risk diff} and the audit tell it. */
  static byte[] request(RiskAssessment assessment) {
    Map<String, Object> body = new LinkedHashMap<>();
    RecordedAssessmentJson.of(assessment).forEach((name, value) -> {
      if (value != null) {
        body.put(name, value);
      }
    });
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("expected an assessment to become JSON, but %s".formatted(e.getMessage()), e);
    }
  }

  /** What an answer says; a failed opinion, if it cannot be taken. */
  static Opinion answer(byte[] body) {
    try {
      JsonNode answer = MAPPER.readTree(body);
      JsonNode points = answer.path("points");
      if (!points.isIntegralNumber() || !points.canConvertToInt()) {
        return bad("a whole number as points", points.isMissingNode() ? "none" : points.toString());
      }
      String reason = answer.path("reason").asText("");
      return new Opinion(Answered.IN_TIME, points.intValue(),
          reason.substring(0, Math.min(reason.length(), Opinion.MOST_CHARACTERS)));
    } catch (IOException _) {
      return bad("JSON", "something else");
    } catch (IllegalArgumentException e) {
      return Opinion.none(Answered.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private static Opinion bad(String expected, String got) {
    return Opinion.none(Answered.FAILED, "expected %s from the scorer, but got %s".formatted(expected, got));
  }
}
