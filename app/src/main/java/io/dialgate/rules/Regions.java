package io.dialgate.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The regions that rules can be about: every country of ISO 3166-1, and of those countries whose states the places of numbers
 * are known by, their subdivisions of ISO 3166-2.
 */
final class Regions {

  private static final Map<String, Set<String>> STATES = Map.of(
      "US",
      Set.of(("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY "
          + "NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI").split(" ", -1)),
      "CA", Set.of("AB BC MB NB NL NS NT NU ON PE QC SK YT".split(" ", -1)),
      "AU", Set.of("ACT NSW NT QLD SA TAS VIC WA".split(" ", -1)));
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Regions() {}

  /** The region by the code that the law book uses; one that does not exist is a fault. */
  static String read(Spot spot) {
    String region = spot.text().equals("UK") ? "GB" : spot.text();
    int hyphen = region.indexOf('-');
    String country = hyphen < 0 ? region : region.substring(0, hyphen);
    if (!COUNTRIES.contains(country)) {
      spot.fault("a country of ISO 3166-1 such as US, CA, GB, AU or SG", "\"" + region + "\"", "correct the code");
    } else if (hyphen >= 0 && !STATES.getOrDefault(country, Set.of()).contains(region.substring(hyphen + 1))) {
      spot.fault("a state or province of US, CA or AU of ISO 3166-2", "\"" + region + "\"",
          "correct the code, or make it a rule of the whole country");
    }
    return region;
  }
}
