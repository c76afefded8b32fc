package io.dialgate.domain.policy.law;

import java.util.function.Consumer;

import io.dialgate.domain.policy.Finding;

/**
 * Looks whether a call keeps to a provision's measure.
 *
 * @param <M> the kind of measure
 */
@FunctionalInterface
interface Check<M extends Measure> {

  /** Hands on what it finds: nothing, if the call keeps to it. */
  void examine(Provision provision, M measure, Situation situation, Consumer<Finding> found);
}
