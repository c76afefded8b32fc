package io.dialgate.cli.demo;

import java.util.Locale;

/** The codes in plain words, for somebody who sees them for the first time. */
final class PlainWords {

  private PlainWords() {}

  static String of(String code) {
    return switch (code) {
      case "NATIONAL_DNC" -> "the number is on the national Do-Not-Call registry";
      case "CUSTOMER_REQUEST" -> "the person asked not to be called";
      case "LITIGATION_HOLD" -> "counsel forbids any call to this number";
      case "INVALID_NUMBER" -> "this is no number that can be called";
      case "REKEYED" -> "its producer put it on a wrong partition; it was found and decided all the same";
      default -> code.toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
