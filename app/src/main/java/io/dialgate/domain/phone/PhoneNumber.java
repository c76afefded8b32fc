package io.dialgate.domain.phone;

/**
 * A telephone number in E.164: a plus sign and 7 to 15 digits, the first of which is not zero (ITU-T E.164, section 6).
 *
 * <p>It cannot be built unnormalised, and it masks itself when printed, so that a log never holds a whole number.
 *
 * @param e164 the number, plus sign included
 */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {

  /** The most digits that E.164 allows, the country code included. */
  public static final int MAX_DIGITS = 15;

  /** The fewest digits that any numbering plan uses for a subscriber that can be called from abroad. */
  public static final int MIN_DIGITS = 7;

  private static final int SHOWN_AT_THE_START = 5;
  private static final int SHOWN_AT_THE_END = 4;

  /**
   * Takes a number that is E.164 already; anything else goes through {@link Numbering}.
   *
   * @throws IllegalArgumentException if the text is not E.164; the message masks it
   */
  public PhoneNumber {
    if (!isE164(e164)) {
      throw new IllegalArgumentException(
          "expected E.164 (a plus sign and %d to %d digits, the first not 0), but got %s; "
              .formatted(MIN_DIGITS, MAX_DIGITS, mask(e164)) + "normalise it first");
    }
  }

  /** Whether the text has the form of E.164. It says nothing about whether such a number is in service. */
  public static boolean isE164(String text) {
    int digits = text.length() - 1;
    if (digits < MIN_DIGITS || digits > MAX_DIGITS || text.charAt(0) != '+' || text.charAt(1) == '0') {
      return false;
    }
    for (int i = 1; i <= digits; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  /** The text with its middle hidden: +1202•••0101. Works on anything that may be a number. */
  public static String mask(String text) {
    int hiddenUpTo = text.length() - SHOWN_AT_THE_END;
    if (hiddenUpTo <= SHOWN_AT_THE_START) {
      return text.isEmpty() ? "nothing" : "•••";
    }
    return text.substring(0, SHOWN_AT_THE_START) + "•••" + text.substring(hiddenUpTo);
  }

  @Override
  public int compareTo(PhoneNumber other) {
    return e164.compareTo(other.e164);
  }

  @Override
  public String toString() {
    return mask(e164);
  }
}
