package io.dialgate.wire.record;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.schemas.DialOutcome;
import io.dialgate.schemas.Outcome;

/** {@code dial-outcomes}. */
public final class DialOutcomes {

  private DialOutcomes() {}

  /** Which allowance the record closes. */
  public static Arrival read(DialOutcome record, Numbering numbering) {
    if (record.getOutcome() == Outcome.UNKNOWN) {
      throw Symbols.unknown("outcome", "PLACED, ANSWERED, ABANDONED or NOT_DIALLED");
    }
    return new Arrival.Finished(Numbers.listed(record.getPhone(), record.getRegion(), numbering),
        Fields.id("requestId", record.getRequestId()), record.getOutcome() != Outcome.NOT_DIALLED);
  }
}
