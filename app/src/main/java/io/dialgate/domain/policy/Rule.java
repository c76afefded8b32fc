package io.dialgate.domain.policy;

import java.time.Instant;
import java.util.function.Consumer;

/** One question about a call. */
@FunctionalInterface
public interface Rule {

  /** Hands on what it finds: nothing, one thing, or several. Reads the case only, and never throws. */
  void examine(Case call, Consumer<Finding> found);

  /**
   * Looks again at a call that was allowed, and hands on what takes it back. What a person or an operator says does; the hour, the
   * registry's age and a new policy do not.
   */
  default void reexamine(Case call, Consumer<Finding> found) {
    // Most rules take nothing back.
  }

  /**
   * How long a call that is allowed now stays allowed by this rule, as far as the clock alone decides.
   *
   * @param until the last moment that is of interest
   * @return the first moment at which the rule would find something, or {@code until}
   */
  default Instant allowsUntil(Case call, Instant until) {
    return until;
  }
}
