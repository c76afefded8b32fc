package io.dialgate.numbering.place;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.dialgate.domain.place.Candidates;

/** IANA time zones by their names. */
final class Zones {

  /** What a zone's name starts with if it names a place: {@code UTC} and {@code Etc/GMT+5} are clocks, not places. */
  private static final Set<String> PLACES = Set.of("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic",
      "Australia", "Canada", "Europe", "Indian", "Pacific", "US");

  private final Map<String, Candidates> byName = new HashMap<>();

  Zones() {
    for (String name : ZoneRulesProvider.getAvailableZoneIds()) {
      int slash = name.indexOf('/');
      if (slash > 0 && PLACES.contains(name.substring(0, slash))) {
        byName.put(name, new Candidates(List.of(), List.of(ZoneId.of(name))));
      }
    }
  }

  /** The zone that the text names; none if it names no place's. */
  Candidates named(String text) {
    return byName.getOrDefault(text.strip(), Candidates.NONE);
  }

  /** The zones of a table's field. */
  static List<ZoneId> of(Collection<String> names) {
    return names.stream().map(ZoneId::of).toList();
  }

  /** The release of the tz database that runs; for example {@code 2026a}. */
  static String version() {
    return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
  }
}
