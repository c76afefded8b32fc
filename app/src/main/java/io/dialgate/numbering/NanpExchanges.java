package io.dialgate.numbering;

import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;

/**
 * The North American numbering plan by area code, exchange and block of a thousand: the fast road for what nearly every
 * dial request carries.
 *
 * <p>Invariant: whether a ten-digit number of calling code 1 is valid hangs on its first seven digits alone, because every
 * pattern in the metadata ends in three arbitrary digits at least (a test reads the metadata and holds it to that). So what
 * libphonenumber says of the first number that is met in a block goes for all of its numbers.
 */
final class NanpExchanges {

  private static final String WHY_POSSIBLE = NumberParser.unknownToThePlan(1);

  private static final int EXCHANGES = 1_000_000;
  private static final int E164_LENGTH = 12;
  private static final int FIRST_DIGIT = 2;
  private static final int NUMBERS_PER_EXCHANGE = 10_000;
  private static final int NUMBERS_PER_BLOCK = 1_000;
  private static final int BLOCKS = 10;

  /** In an exchange's word, bit b is set once block b was asked about, and this many bits higher if it is valid. */
  private static final int VALID_SHIFT = 16;

  private final NumberParser parser;

  /**
   * Written without a lock: a word that is written holds true answers only, and an answer that another thread overwrites
   * is asked for again. Four megabytes, so that it stays in a processor's cache.
   */
  private final int[] words = new int[EXCHANGES];

  NanpExchanges(NumberParser parser) {
    this.parser = parser;
  }

  /** The ten digits behind {@code +1} as a number; negative for any text that is not just that. */
  static long nationalNumber(String text) {
    if (text.length() != E164_LENGTH || text.charAt(0) != '+' || text.charAt(1) != '1') {
      return -1;
    }
    long national = 0;
    for (int i = FIRST_DIGIT; i < E164_LENGTH; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      national = national * 10 + digit;
    }
    return national;
  }

  /** Reads a text of which {@link #nationalNumber} is known. */
  Reading read(String e164, long national) {
    int exchange = (int) (national / NUMBERS_PER_EXCHANGE);
    int block = 1 << (national / NUMBERS_PER_BLOCK % BLOCKS);
    int word = words[exchange];
    if ((word & block) == 0) {
      return ask(e164, exchange, block);
    }
    PhoneNumber number = new PhoneNumber(e164);
    return (word & (block << VALID_SHIFT)) != 0
        ? new Reading.Valid(number)
        : new Reading.Possible(number, WHY_POSSIBLE);
  }

  private Reading ask(String e164, int exchange, int block) {
    Reading reading = parser.read(e164, Regions.NONE);
    switch (reading) {
      case Reading.Valid valid -> words[exchange] |= block | (block << VALID_SHIFT);
      case Reading.Possible possible -> words[exchange] |= block;
      case Reading.Unusable unusable -> {
      } // ten digits are of possible length, so this is only for metadata to come
    }
    return reading;
  }
}
