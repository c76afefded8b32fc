package io.dialgate.wire.state;

import io.dialgate.domain.dnc.Reason;

/** Reasons as numbers that never change, whatever the order in which the enum names them. */
final class ReasonCode {

  private ReasonCode() {}

  static int of(Reason reason) {
    return switch (reason) {
      case CUSTOMER_REQUEST -> 0;
      case NATIONAL_DNC -> 1;
      case STATE_DNC -> 2;
      case INTERNAL_POLICY -> 3;
      case LITIGATION_HOLD -> 4;
      case KNOWN_LITIGATOR -> 5;
      case REASSIGNED_NUMBER -> 6;
      case PLATFORM_LIST -> 7;
    };
  }

  static Reason reason(int code) {
    return switch (code) {
      case 0 -> Reason.CUSTOMER_REQUEST;
      case 1 -> Reason.NATIONAL_DNC;
      case 2 -> Reason.STATE_DNC;
      case 3 -> Reason.INTERNAL_POLICY;
      case 4 -> Reason.LITIGATION_HOLD;
      case 5 -> Reason.KNOWN_LITIGATOR;
      case 6 -> Reason.REASSIGNED_NUMBER;
      case 7 -> Reason.PLATFORM_LIST;
      default -> throw new IllegalStateException(
          "expected the code of a reason, 0 to 7, but got %d; start with the version that wrote the store"
              .formatted(code));
    };
  }
}
