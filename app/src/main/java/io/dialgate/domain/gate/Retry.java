package io.dialgate.domain.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.Policy;

/**
 * When it is worth asking again: the first moment at which, with the same facts, nothing blocks.
 *
 * <p>What blocks now has passed at some moment; what blocks then, at a later one; and so on, until nothing does. Just before
 * each of these moments something blocks still, so that the last of them is the first at which the call is free.
 */
final class Retry {

  /** Nobody plans further ahead. */
  private static final Duration HORIZON = Duration.ofDays(400);

  /** Moments that are looked at; each is a change of some rule's answer. */
  private static final int MAX_STEPS = 1_000;

  private Retry() {}

  /** The moment; null if there is none, or none that can be foreseen. */
  static @Nullable Instant at(Policy policy, Case call, List<Finding> found) {
    Instant until = passed(found);
    Instant horizon = call.now().plus(HORIZON);
    for (int step = 0; step < MAX_STEPS && until != null && !until.isAfter(horizon); step++) {
      List<Finding> then = policy.examine(call.askedAgainAt(until)).stream().filter(Finding::blocks).toList();
      if (then.isEmpty()) {
        return until;
      }
      until = passed(then);
    }
    return null;
  }

  /** The moment when the last of those that block has passed; null, if one of them does not pass. */
  private static @Nullable Instant passed(List<Finding> found) {
    Instant latest = null;
    for (Finding finding : found) {
      if (finding.blocks()) {
        Instant until = finding.until();
        if (until == null) {
          return null;
        }
        latest = latest == null || until.isAfter(latest) ? until : latest;
      }
    }
    return latest;
  }
}
