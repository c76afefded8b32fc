package io.dialgate.domain.place;

import io.dialgate.domain.phone.PhoneNumber;

/** Knows where a phone may be. Implementations are pure, for one {@link Whereabouts#sources()}. */
@FunctionalInterface
public interface Atlas {

  /** An atlas that knows no place: for policies that ask for none. */
  Atlas NONE = (number, told) -> Whereabouts.UNKNOWN;

  /**
   * Where a phone may be.
   *
   * @param number a number that its country's numbering plan knows
   * @param told what the dialler knows of its owner; what cannot be understood there says nothing
   */
  Whereabouts whereabouts(PhoneNumber number, Told told);
}
