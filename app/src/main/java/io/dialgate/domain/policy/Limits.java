package io.dialgate.domain.policy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * What a gate is set to, beside its policy. Told with every decision, so that it can be made again.
 *
 * @param allowance how long an ALLOW may be acted on
 * @param requestMaxAge how old a request may be
 */
public record Limits(Duration allowance, Duration requestMaxAge) {

  /** Milliseconds are all that a decision tells, and so all that it may be made from. */
  public Limits {
    allowance = allowance.truncatedTo(ChronoUnit.MILLIS);
    requestMaxAge = requestMaxAge.truncatedTo(ChronoUnit.MILLIS);
  }
}
