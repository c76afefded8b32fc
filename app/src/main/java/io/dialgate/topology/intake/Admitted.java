package io.dialgate.topology.intake;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.Case.Rekeyed;
import io.dialgate.wire.record.Arrival;

/**
 * A record that the gate may see.
 *
 * @param arrival what it says
 * @param raw the record itself, in case the gate has to reject it after all
 */
public record Admitted(Arrival arrival, RawRecord raw) {

  /** Where it was first, if it was sent on because it did not belong there. */
  public @Nullable Rekeyed rekeyed() {
    return raw.moved() ? raw.origin() : null;
  }

  /** Whether the task of this partition rejects it, if it has to be: of a record that went to all, only where it came from. */
  public boolean isRejectedBy(int partition) {
    return arrival instanceof Arrival.OfOneNumber || raw.origin().partition() == partition;
  }
}
