package io.dialgate.numbering.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dialgate.domain.place.Candidates;

/** Countries outside the North American Numbering Plan: their zones, and Australia's areas. */
final class Countries {

  private static final int AUSTRALIA = 61;

  private final Map<String, Candidates> zones = new HashMap<>();
  private final PrefixTable australianAreas;

  Countries(States states) {
    australianAreas = new PrefixTable("areas-61.csv", states);
    for (String file : List.of("libphonenumber-countries.csv", "countries.csv")) {
      DataFile.read(file).rows().forEach(row -> zones.put(row.get(0),
          new Candidates(List.of(), Zones.of(DataFile.values(row.get(1))))));
    }
  }

  /** The country whose law applies to what libphonenumber calls a region: Australia's, to the islands with its code. */
  static String country(String region) {
    return region.equals("CX") || region.equals("CC") ? "AU" : region;
  }

  /**
   * Where a number may be.
   *
   * @param callingCode the country's calling code
   * @param national the digits behind it
   * @param country as {@link #country} gives it
   */
  Candidates places(int callingCode, String national, String country) {
    return callingCode == AUSTRALIA
        ? australianAreas.find(national)
        : zones.getOrDefault(country, Candidates.NONE);
  }
}
