package io.dialgate.lists.layout;

import java.util.List;

/**
 * How a registry spells numbers.
 *
 * @param country the country's calling code, for example 44
 * @param trunk what begins a national number that is dialled within the country, for example 0; empty: nothing
 * @param national the forms of a national number, without trunk: N is a digit from 2 to 9, X any digit, a digit itself
 */
record Spelling(String country, String trunk, List<String> national) {

  private static final int MOST_DIGITS = 15;

  Spelling {
    national = List.copyOf(national);
  }

  /**
   * The E.164 digits of a number that is written in bytes; spaces, points, hyphens and brackets in it do not count.
   *
   * @return 0 if it is none
   */
  long read(byte[] text, int from, int to, byte[] scratch) {
    int length = 0;
    boolean international = from < to && text[from] == '+';
    for (int i = international ? from + 1 : from; i < to; i++) {
      byte b = text[i];
      if (b >= '0' && b <= '9') {
        if (length == MOST_DIGITS) {
          return 0;
        }
        scratch[length++] = b;
      } else if (b != ' ' && b != '.' && b != '-' && b != '(' && b != ')') {
        return 0;
      }
    }
    return international ? international(scratch, length) : national(scratch, length);
  }

  private long national(byte[] digits, int length) {
    if (fits(digits, 0, length)) {
      return number(digits, 0, length);
    }
    return !trunk.isEmpty() && begins(digits, length, trunk) && fits(digits, trunk.length(), length)
        ? number(digits, trunk.length(), length)
        : 0;
  }

  private long international(byte[] digits, int length) {
    return begins(digits, length, country) && fits(digits, country.length(), length)
        ? number(digits, country.length(), length)
        : 0;
  }

  private boolean fits(byte[] digits, int from, int to) {
    for (int i = 0; i < national.size(); i++) {
      if (fits(digits, from, to, national.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(byte[] digits, int from, int to, String form) {
    if (to - from != form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char wanted = form.charAt(i);
      byte digit = digits[from + i];
      if (wanted == 'N' ? digit < '2' : wanted != 'X' && wanted != digit) {
        return false;
      }
    }
    return true;
  }

  private static boolean begins(byte[] digits, int length, String with) {
    if (length < with.length()) {
      return false;
    }
    for (int i = 0; i < with.length(); i++) {
      if (digits[i] != with.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private long number(byte[] digits, int from, int to) {
    long number = Long.parseLong(country);
    for (int i = from; i < to; i++) {
      number = number * 10 + digits[i] - '0';
    }
    return number;
  }
}
