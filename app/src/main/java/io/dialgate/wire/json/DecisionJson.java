package io.dialgate.wire.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Finding;

/** A decision as JSON: every field is there, an absent value as null, times in RFC 3339. */
public final class DecisionJson {

  private DecisionJson() {}

  /** The document, ready to be written. */
  public static Map<String, @Nullable Object> of(DialDecision decision) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("requestId", decision.getRequestId());
    json.put("number", decision.getNumber());
    json.put("verdict", decision.getVerdict().name());
    json.put("findings", findings(decision.getFindings()));
    json.put("policy", decision.getPolicy());
    json.put("decidedAt", text(decision.getDecidedAt()));
    json.put("validUntil", text(decision.getValidUntil()));
    json.put("retryAt", text(decision.getRetryAt()));
    return json;
  }

  private static List<Map<String, @Nullable Object>> findings(List<Finding> findings) {
    return findings.stream().map(finding -> {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("code", finding.getCode());
      json.put("citation", finding.getCitation());
      json.put("observed", finding.getObserved());
      json.put("listId", finding.getListId());
      json.put("until", text(finding.getUntil()));
      return json;
    }).toList();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
