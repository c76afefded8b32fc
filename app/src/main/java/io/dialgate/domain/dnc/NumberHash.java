package io.dialgate.domain.dnc;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.domain.phone.PhoneNumber;

/** The hash under which partners name numbers that they may not tell: SHA-256 of E.164, plus sign included. */
public final class NumberHash {

  private NumberHash() {}

  /** 64 lower-case hex digits. */
  public static String of(PhoneNumber number) {
    return Sha256.hex(number.e164());
  }
}
