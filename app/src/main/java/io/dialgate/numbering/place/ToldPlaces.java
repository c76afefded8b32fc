package io.dialgate.numbering.place;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.place.Told;

/**
 * The places that a dialler's knowledge of a person gives: those of the state, of the postal code and of the zone, united.
 * They are not played off against each other, because diallers derive one from another, and from the number.
 *
 * <p>Another country's zones count, its states do not: the law that applies is that of the number's own country.
 */
final class ToldPlaces {

  private final States states;
  private final Zones zones;
  private final PostalCodes postalCodes;

  ToldPlaces(States states) {
    this.states = states;
    this.zones = new Zones();
    this.postalCodes = new PostalCodes(states, zones);
  }

  /** What cannot be understood says nothing. */
  Candidates find(Told told, @Nullable String country) {
    Candidates places = Candidates.NONE;
    if (told.state() != null) {
      places = within(country, states.named(told.state(), country));
    }
    if (told.postalCode() != null) {
      places = places.or(within(country, postalCodes.find(told.postalCode(), country)));
    }
    return told.zone() == null ? places : places.or(zones.named(told.zone()));
  }

  private static Candidates within(@Nullable String country, Candidates places) {
    List<String> kept = places.regions().stream().filter(region -> region.substring(0, 2).equals(country)).toList();
    return kept.size() == places.regions().size() ? places : new Candidates(kept, places.zones());
  }
}
