package io.dialgate.topology.intake;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.Case.Rekeyed;

/**
 * A record that may come in.
 *
 * @param <A> what records say
 * @param arrival what it says
 * @param raw the record itself, in case it has to be rejected after all
 * @param everywhere whether it went to every task
 */
public record Admitted<A>(A arrival, RawRecord raw, boolean everywhere) {

  /** Where it was first, if it was sent on because it did not belong there. */
  public @Nullable Rekeyed rekeyed() {
    return raw.moved() ? raw.origin() : null;
  }

  /** Whether the task of this partition rejects it, if it has to be: of a record that went to all, only where it came from. */
  public boolean isRejectedBy(int partition) {
    return !everywhere || raw.origin().partition() == partition;
  }
}
