package io.dialgate.runtime.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.dialgate.domain.policy.FindingCode;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Verdict;

/**
 * The latest decisions about requests that can be repeated: all instances' requests, since each follows all decisions. Older
 * ones are looked for on the topic. Safe for several threads.
 */
final class Repeats {

  /** Decisions that are kept: about 2 KiB each. */
  static final int MAX_KEPT = 10_000;

  private final Map<String, DialDecision> latest = new LinkedHashMap<>();

  /** Notes a decision; the answer to another question under the same id does not take the first one's place. */
  synchronized void note(DialDecision decision) {
    if (isAboutAnotherQuestion(decision)) {
      return;
    }
    latest.put(decision.getRequestId(), decision);
    if (latest.size() > MAX_KEPT) {
      var oldest = latest.entrySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  synchronized Optional<DialDecision> find(String id) {
    return Optional.ofNullable(latest.get(id));
  }

  /** Whether the gate says that it knows the id from another question. */
  static boolean isAboutAnotherQuestion(DialDecision decision) {
    return decision.getVerdict() == Verdict.SUPPRESS && decision.getFindings().stream()
        .anyMatch(finding -> finding.getCode().equals(FindingCode.DUPLICATE_REQUEST.name()));
  }
}
