package io.dialgate.numbering;

import java.util.Locale;

/**
 * Numbers as URIs: {@code tel:} (RFC 3966) and the user part of {@code sip:} and {@code sips:} (RFC 3261, section 19.1),
 * which is how bridges deliver them. Parameters are dropped, but for a {@code phone-context} that is a country's or an area's
 * number: it goes before a local number.
 */
final class UriNotation {

  private static final String PHONE_CONTEXT = "phone-context=";

  /** libphonenumber itself looks for this in any text, and can fail with an exception behind it: it never gets to see it. */
  private static final String BARE_CONTEXT = ";phone-context=";

  private static final int HEX = 16;

  private UriNotation() {}

  /** The number in the URI, or the text itself if it is none. A SIP address without a user part holds no number: empty. */
  static String numberOf(String text) {
    String uri = text.strip();
    if (hasScheme(uri, "tel:")) {
      return subscriber(uri.substring("tel:".length()));
    }
    if (!hasScheme(uri, "sip:") && !hasScheme(uri, "sips:")) {
      return text.contains(BARE_CONTEXT) ? subscriber(text) : text;
    }
    int at = uri.indexOf('@');
    return at < 0 ? "" : subscriber(uri.substring(uri.indexOf(':') + 1, at));
  }

  private static String subscriber(String part) {
    String[] pieces = decode(part).split(";", -1);
    String number = pieces[0];
    int password = number.indexOf(':');
    number = password < 0 ? number : number.substring(0, password);
    if (number.strip().startsWith("+")) {
      return number;
    }
    for (int i = 1; i < pieces.length; i++) {
      String parameter = pieces[i];
      if (hasScheme(parameter, PHONE_CONTEXT) && parameter.startsWith("+", PHONE_CONTEXT.length())) {
        return parameter.substring(PHONE_CONTEXT.length()) + number;
      }
    }
    return number;
  }

  private static boolean hasScheme(String text, String prefix) {
    return text.length() >= prefix.length()
        && text.substring(0, prefix.length()).toLowerCase(Locale.ROOT).equals(prefix);
  }

  /** Percent-encoded ASCII only; what is malformed stays as it is, and so fails as a number. */
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int high = text.charAt(i) == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), HEX) : -1;
      int low = high >= 0 ? Character.digit(text.charAt(i + 2), HEX) : -1;
      if (low < 0 || high >= HEX / 2) {
        decoded.append(text.charAt(i));
      } else {
        decoded.append((char) (high * HEX + low));
        i += 2;
      }
    }
    return decoded.toString();
  }
}
