package io.dialgate.lists.layout;

import io.dialgate.domain.phone.PhoneNumber;

/** E.164 numbers as their digits, in a long: at most 15 digits, the first not zero, so that nothing is lost. */
public final class Digits {

  /** Bits that every number fits into: 10^15 is less than 2^50. */
  public static final int BITS = 50;

  private Digits() {}

  /** The digits of an E.164 number. */
  public static long of(String e164) {
    return Long.parseLong(e164, 1, e164.length(), 10);
  }

  /** The number in E.164, plus sign included. */
  public static String e164(long digits) {
    return "+" + digits;
  }

  /** Whether the digits can be those of a number. */
  static boolean isNumber(long digits) {
    return PhoneNumber.isE164(e164(digits));
  }
}
