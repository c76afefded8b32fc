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
      case "OUTSIDE_CALLING_HOURS" -> "it is too early or too late where the phone may be";
      case "HOLIDAY" -> "it is a holiday where the phone may be";
      case "ATTEMPT_CAP" -> "the number was dialled often enough of late";
      case "STATE_OF_EMERGENCY" -> "nobody is called where there is an emergency";
      case "REGISTRY_STALE" -> "our copy of the registry is too old to rely on";
      case "LINE_TYPE_UNKNOWN" -> "the digits do not tell whether it is a mobile line";
      case "REKEYED" -> "its producer put it on a wrong partition; it was found and decided all the same";
      default -> code.toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
