package io.dialgate.wire.record;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;

/** Enum symbols as domain values. A symbol that this version does not know is refused where guessing could allow a call. */
final class Symbols {

  private Symbols() {}

  static Change change(ListAction action) {
    return switch (action) {
      case ADD -> Change.ADDED;
      case REMOVE -> Change.REMOVED;
      case UNKNOWN -> throw unknown("action", "ADD or REMOVE");
    };
  }

  /** An unknown reason suppresses like an internal policy: its entry is kept. Its removal is refused, as it could be any. */
  static Reason reason(DncReason reason, ListAction action) {
    return switch (reason) {
      case CUSTOMER_REQUEST -> Reason.CUSTOMER_REQUEST;
      case NATIONAL_DNC -> Reason.NATIONAL_DNC;
      case STATE_DNC -> Reason.STATE_DNC;
      case INTERNAL_POLICY -> Reason.INTERNAL_POLICY;
      case LITIGATION_HOLD -> Reason.LITIGATION_HOLD;
      case KNOWN_LITIGATOR -> Reason.KNOWN_LITIGATOR;
      case REASSIGNED_NUMBER -> Reason.REASSIGNED_NUMBER;
      case PLATFORM_LIST -> Reason.PLATFORM_LIST;
      case UNKNOWN -> {
        if (action == ListAction.ADD) {
          yield Reason.INTERNAL_POLICY;
        }
        throw unknown("reason", "a reason that this version knows, to remove an entry");
      }
    };
  }

  static RefusedRecord unknown(String field, String expected) {
    return new RefusedRecord(RejectionCode.UNKNOWN_SYMBOL,
        "expected %s in %s, but got a symbol that this version does not know; update Dialgate, then send it again"
            .formatted(expected, field));
  }
}
