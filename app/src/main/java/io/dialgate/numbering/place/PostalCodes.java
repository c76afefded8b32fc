package io.dialgate.numbering.place;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.place.Candidates;

/**
 * Places by postal code. Digits alone are a code of the number's own country (ZIP codes also for Canadian numbers, whose
 * codes have letters); a whole Canadian or British code is one whatever the number's country.
 */
final class PostalCodes {

  /** Codes with more characters than that are none. */
  private static final int LONGEST = 16;

  private static final Pattern ZIP = Pattern.compile("\\d{5}(?:\\d{4})?");
  private static final Pattern CANADIAN = Pattern.compile("[A-Z]\\d[A-Z]\\d[A-Z]\\d");
  private static final Pattern CANADIAN_AREA = Pattern.compile("[A-Z]\\d[A-Z]");
  private static final Pattern BRITISH = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]?\\d[A-Z]{2}");
  private static final Pattern BRITISH_AREA = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]?");
  private static final Pattern AUSTRALIAN = Pattern.compile("\\d{4}");
  private static final Pattern SINGAPOREAN = Pattern.compile("\\d{6}");

  private final PrefixTable american;
  private final PrefixTable canadian;
  private final PrefixTable australian;
  private final Zones zones;

  PostalCodes(States states, Zones zones) {
    this.american = new PrefixTable("postal-us.csv", states);
    this.canadian = new PrefixTable("postal-ca.csv", states);
    this.australian = new PrefixTable("postal-au.csv", states);
    this.zones = zones;
  }

  /**
   * The places of a postal code; none if it is no code that is known. Spaces, hyphens and case do not matter.
   *
   * @param country the number's own country; null: not known
   */
  Candidates find(String text, @Nullable String country) {
    if (text.length() > LONGEST) {
      return Candidates.NONE;
    }
    String code = compact(text);
    if (CANADIAN.matcher(code).matches()) {
      return canadian.find(code);
    }
    if (BRITISH.matcher(code).matches()) {
      return british(code);
    }
    return country == null ? Candidates.NONE : ofCountry(code, country);
  }

  private Candidates ofCountry(String code, String country) {
    return switch (country) {
      case "US", "CA" -> ZIP.matcher(code).matches() ? american.find(code) : canadianArea(code);
      case "AU" -> AUSTRALIAN.matcher(code).matches() ? australian.find(code) : Candidates.NONE;
      case "GB", "GG", "IM", "JE" -> BRITISH_AREA.matcher(code).matches() ? british(code) : Candidates.NONE;
      case "SG" -> SINGAPOREAN.matcher(code).matches() ? zones.named("Asia/Singapore") : Candidates.NONE;
      default -> Candidates.NONE;
    };
  }

  private Candidates canadianArea(String code) {
    return CANADIAN_AREA.matcher(code).matches() ? canadian.find(code) : Candidates.NONE;
  }

  private Candidates british(String code) {
    return zones.named(switch (code.substring(0, 2)) {
      case "GY" -> "Europe/Guernsey";
      case "IM" -> "Europe/Isle_of_Man";
      case "JE" -> "Europe/Jersey";
      default -> "Europe/London";
    });
  }

  private static String compact(String text) {
    StringBuilder code = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '-') {
        code.append(c);
      }
    }
    return code.toString().toUpperCase(Locale.ROOT);
  }
}
