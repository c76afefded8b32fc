package io.dialgate.domain.dnc;

import java.time.Duration;

/** Why a number is on a list. */
public enum Reason {
  /** The person asked not to be called. */
  CUSTOMER_REQUEST,
  /** A national registry has the number. */
  NATIONAL_DNC,
  /** A state's registry has the number. */
  STATE_DNC,
  /** The user's own decision, or a reason that this version does not know. */
  INTERNAL_POLICY,
  /** The number belongs to a party in litigation. Overrides everything, for every campaign. */
  LITIGATION_HOLD,
  /** The number belongs to somebody who is known to sue. */
  KNOWN_LITIGATOR,
  /** The number has been given to somebody else since consent was given. */
  REASSIGNED_NUMBER,
  /** A platform's own list has the number. */
  PLATFORM_LIST;

  private static final Duration REGISTRY_DELTAS_KEPT = Duration.ofDays(35);
  private static final Duration DISPOSITIONS_KEPT = Duration.ofDays(366 * 5);

  /** How long the topic that brings entries of this reason is kept: until then an older event can still arrive. */
  Duration inputKept() {
    return switch (this) {
      case NATIONAL_DNC, STATE_DNC, REASSIGNED_NUMBER -> REGISTRY_DELTAS_KEPT;
      default -> DISPOSITIONS_KEPT;
    };
  }
}
