package io.dialgate.domain.gate;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.DialRequest;

/**
 * A request that was answered, as the gate remembers it.
 *
 * @param requestId names the request
 * @param questionMark tells a repetition from another question under the same id
 * @param at when it was answered
 * @param allowance what the answer opened; null if it opened nothing, or if that is closed again
 */
public record Answered(String requestId, long questionMark, Instant at, @Nullable Allowance allowance) {

  /**
   * A call that may be placed.
   *
   * @param request the request that was allowed, whole: a recall tells it again
   * @param validUntil the first instant at which it may not be placed any more
   */
  public record Allowance(DialRequest request, Instant validUntil) {}

  /** Whether the answer's call may still be placed at that moment. */
  public boolean isOpen(Instant at) {
    return allowance != null && at.isBefore(allowance.validUntil());
  }

  Answered closed() {
    return new Answered(requestId, questionMark, at, null);
  }
}
