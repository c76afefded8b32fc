package io.dialgate.numbering;

import java.util.function.BiFunction;

import io.dialgate.domain.phone.Numbering.Reading;

/**
 * Letters in a number: {@code 1-800-FLOWERS} is meant, {@code +49 30 123456 office} is not.
 *
 * <p>libphonenumber turns any three letters or more into digits; where numbers vary in length, as in Germany, a word behind
 * a number then makes another, valid one. So letters count as part of the number only if what stands before them is not a
 * valid number, there are at least three of them, and more than there are digits among them, and the whole is valid.
 */
final class Vanity {

  private static final int FEWEST_LETTERS = 3;
  private static final Reading WORDS = new Reading.Unusable("a number mixed with words; send the number only");

  private final BiFunction<String, String, Reading> parse;

  /**
   * Reads by the parser given.
   *
   * @param parse from a text and a region to what the text is, letters taken for digits
   */
  Vanity(BiFunction<String, String, Reading> parse) {
    this.parse = parse;
  }

  Reading read(String text, String region) {
    Reading whole = parse.apply(text, region);
    int firstLetter = firstLetterAfterDigit(text);
    if (firstLetter < 0 || whole instanceof Reading.Unusable) {
      return whole;
    }
    Reading digitsOnly = parse.apply(text.substring(0, firstLetter), region);
    if (digitsOnly.equals(whole)) {
      return whole; // the letters only named an extension
    }
    boolean complete = digitsOnly instanceof Reading.Valid;
    return complete || !(whole instanceof Reading.Valid) || !lettersPrevail(text, firstLetter) ? WORDS : whole;
  }

  /** Words before the first digit ("Tel.", "Mobile:") are labels, and libphonenumber passes over them. */
  private static int firstLetterAfterDigit(String text) {
    boolean digitSeen = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (digitSeen && Character.isLetter(c)) {
        return i;
      }
      digitSeen |= Character.isDigit(c);
    }
    return -1;
  }

  private static boolean lettersPrevail(String text, int from) {
    long letters = text.chars().skip(from).filter(Character::isLetter).count();
    long digits = text.chars().skip(from).filter(Character::isDigit).count();
    return letters >= FEWEST_LETTERS && letters > digits;
  }
}
