package io.dialgate.domain.gate;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Finding;

/**
 * An answer, and all that it was made from.
 *
 * @param verdict allow, suppress or recall
 * @param findings everything that was found; an allow can carry findings that do not block
 * @param policy the content hash of the policy that was asked
 * @param facts what the policy was asked about; {@code facts.now()} is when it was decided
 * @param validUntil until when the call may be placed; null: it may not
 * @param retryAt the first instant at which nothing would block any more; null: there is none
 */
public record Decision(Verdict verdict, List<Finding> findings, String policy, Case facts, @Nullable Instant validUntil,
    @Nullable Instant retryAt) {

  /** Keeps its own copy. */
  public Decision {
    findings = List.copyOf(findings);
  }
}
