package io.dialgate.domain.policy;

import java.util.function.Consumer;

/** One question about a call. */
@FunctionalInterface
public interface Rule {

  /** Hands on what it finds: nothing, one thing, or several. Reads the case only, and never throws. */
  void examine(Case call, Consumer<Finding> found);

  /**
   * Whether new facts under this rule take back a call that was allowed. What a person or an operator says does; the hour, the
   * registry's age and a new policy do not.
   */
  default boolean recalls() {
    return false;
  }
}
