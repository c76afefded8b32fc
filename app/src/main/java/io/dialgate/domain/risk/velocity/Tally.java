package io.dialgate.domain.risk.velocity;

import java.math.BigDecimal;

/**
 * A count or a sum.
 *
 * @param value exact, unless {@code atLeast}
 * @param atLeast the true value may be greater, since a bound of what is kept per customer was reached
 */
public record Tally(BigDecimal value, boolean atLeast) {

  static Tally of(long count, boolean atLeast) {
    return new Tally(BigDecimal.valueOf(count), atLeast);
  }

  /** As people read it: {@code 7}, or {@code at least 7}. */
  @Override
  public String toString() {
    return (atLeast ? "at least " : "") + Velocities.plain(value);
  }
}
