package io.dialgate.numbering.place;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.place.Candidates;

/** The states and provinces that are told apart, with all the zones on their ground: {@code regions.csv}. */
final class States {

  private static final List<String> COUNTRIES = List.of("US", "CA", "AU");

  /** Texts that are longer name no state. */
  private static final int LONGEST_NAME = 64;

  private final Map<String, Candidates> byCode = new HashMap<>();
  private final Map<String, Candidates> byName = new HashMap<>();

  States() {
    for (List<String> row : DataFile.read("regions.csv").rows()) {
      Candidates state = new Candidates(List.of(row.get(0)), Zones.of(DataFile.values(row.get(2))));
      byCode.put(row.get(0), state);
      for (String name : row.get(1).split("\\|", -1)) {
        byName.put(letters(name), state);
      }
    }
  }

  /**
   * The state that a text names, with its zones: {@code US-FL}, {@code FL} or {@code Florida} in any case. Two letters
   * without a country are a state of the country given, or, if it has none such, of every country that has.
   */
  Candidates named(String text, @Nullable String country) {
    Candidates exact = byCode.get(country + "-" + text);
    return exact != null ? exact : text.length() > LONGEST_NAME ? Candidates.NONE : search(text, country);
  }

  private Candidates search(String text, @Nullable String country) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    Candidates found = byCode.get(code);
    if (found == null) {
      found = byCode.get(country + "-" + code);
    }
    if (found == null) {
      found = byName.get(letters(text));
    }
    return found != null ? found : ofAnyCountry(code);
  }

  private Candidates ofAnyCountry(String code) {
    return COUNTRIES.stream().map(country -> byCode.getOrDefault(country + "-" + code, Candidates.NONE))
        .reduce(Candidates.NONE, Candidates::or);
  }

  /** All zones of the states given, by their codes. */
  List<ZoneId> zones(Collection<String> codes) {
    return codes.stream().map(this::state).flatMap(state -> state.zones().stream()).distinct().toList();
  }

  /** The places of a table's row: its states, and its zones, or all zones of the states if it names none. */
  Candidates candidates(List<String> codes, List<String> zones) {
    codes.forEach(this::state);
    return new Candidates(codes, zones.isEmpty() ? zones(codes) : Zones.of(zones));
  }

  private Candidates state(String code) {
    Candidates state = byCode.get(code);
    if (state == null) {
      throw new IllegalStateException("expected a state of regions.csv, but got " + code + "; add it there");
    }
    return state;
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    name.codePoints().filter(Character::isLetter).map(Character::toLowerCase).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
