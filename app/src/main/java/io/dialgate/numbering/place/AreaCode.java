package io.dialgate.numbering.place;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.place.LineType;

/**
 * What is known of one area code of the North American Numbering Plan.
 *
 * @param country ISO 3166-1 alpha-2
 * @param line the kind of its lines; null: it differs from number to number
 * @param states by ISO 3166-2; none for a code that belongs to no place, or to a country whose states are not told apart
 * @param zones none if they are not known
 */
record AreaCode(String country, @Nullable LineType line, Set<String> states, Set<String> zones) {

  /** What libphonenumber says in the table that is written from it, where the kind of line is a word for null. */
  static final String LINE_BY_NUMBER = "BY_NUMBER";

  AreaCode {
    states = Set.copyOf(states);
    zones = Set.copyOf(zones);
  }

  /** The same code with the states and zones of another. */
  AreaCode with(Set<String> moreStates, Set<String> moreZones) {
    Set<String> allStates = new TreeSet<>(states);
    allStates.addAll(moreStates);
    Set<String> allZones = new TreeSet<>(zones);
    allZones.addAll(moreZones);
    return new AreaCode(country, line, allStates, allZones);
  }

  Candidates candidates() {
    List<ZoneId> ids = Zones.of(zones);
    return new Candidates(List.copyOf(states), ids);
  }
}
