package io.dialgate.domain.phone;

/** Turns a number as people write it into E.164. Implementations are pure: the same text and region, the same answer. */
@FunctionalInterface
public interface Numbering {

  /**
   * Reads one number.
   *
   * @param text the number in any notation: national, international, with an extension, a {@code tel:} URI, vanity letters
   * @param region ISO 3166-1 alpha-2, in which a number written without a country code is read
   * @return never an exception: text that is no number at all is {@link Reading.Unusable}
   */
  Reading read(String text, String region);

  /** The key of a number: its E.164 form, or the text itself if it is no number, which the gate then says. */
  default String key(String text, String region) {
    return switch (read(text, region)) {
      case Reading.Valid(PhoneNumber number) -> number.e164();
      case Reading.Possible(PhoneNumber number, String _) -> number.e164();
      case Reading.Unusable _ -> text;
    };
  }

  /** What a text turned out to be. */
  sealed interface Reading {

    /** A number that its country's numbering plan knows. */
    record Valid(PhoneNumber number) implements Reading {}

    /**
     * A number of possible length that the numbering plan does not know (yet): good enough to be put on a list, never good
     * enough to be called.
     */
    record Possible(PhoneNumber number, String why) implements Reading {}

    /** Nothing that could be called or listed. */
    record Unusable(String why) implements Reading {}
  }
}
