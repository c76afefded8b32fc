package io.dialgate.numbering.place;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.dialgate.domain.place.LineType;

/**
 * All area codes of the North American Numbering Plan.
 *
 * <pre>
 * known(code)  = libphonenumber(code) ∪ states kept by hand ∪ split list; without a zone so far: all zones of its states
 * places(code) = ⋃ known(c) for every c that serves the same places as code
 * </pre>
 *
 * A code that belongs to no place (toll-free, personal) may ring in every zone of the plan: the American, Canadian and
 * Caribbean numbers of that kind share their codes. Territories of the United States are states of it, as its law has it.
 */
final class AreaCodes {

  private final States states;
  private final Map<String, AreaCode> known = new TreeMap<>();

  private AreaCodes(States states) {
    this.states = states;
  }

  /** Every code with its places, by its three digits. */
  static Map<String, AreaCode> read(States states) {
    AreaCodes codes = new AreaCodes(states);
    codes.readLibphonenumber();
    codes.readStates();
    codes.readSplits();
    codes.known.replaceAll((code, area) -> codes.withZonesOfStates(area));
    codes.readOverlays();
    codes.spreadOverThePlan();
    return codes.known;
  }

  private void readLibphonenumber() {
    for (List<String> row : DataFile.read("libphonenumber-nanp.csv").rows()) {
      LineType line = row.get(2).equals(AreaCode.LINE_BY_NUMBER) ? null : LineType.valueOf(row.get(2));
      known.put(row.get(0), new AreaCode(row.get(1), line, Set.copyOf(DataFile.values(row.get(4))),
          Set.copyOf(DataFile.values(row.get(3)))));
    }
  }

  private void readStates() {
    for (List<String> row : DataFile.read("nanp-regions.csv").rows()) {
      String state = row.get(0);
      String country = state.substring(0, 2);
      for (String code : DataFile.values(row.get(1))) {
        AreaCode area = known.getOrDefault(code, new AreaCode(country, LineType.UNKNOWN, Set.of(), Set.of()));
        known.put(code, new AreaCode(country, area.line(), area.states(), area.zones()).with(Set.of(state), Set.of()));
      }
    }
  }

  private void readSplits() {
    for (List<String> row : DataFile.read("nanp-splits.csv").rows()) {
      Set<String> zones = Set.copyOf(DataFile.values(row.get(1)));
      DataFile.values(row.get(0)).forEach(code -> known.put(code, area(code).with(Set.of(), zones)));
    }
  }

  private void readOverlays() {
    for (List<String> row : DataFile.read("nanp-overlays.csv").rows()) {
      List<String> codes = DataFile.values(row.get(0));
      Set<String> allStates = new TreeSet<>();
      Set<String> allZones = new TreeSet<>();
      codes.forEach(code -> {
        allStates.addAll(area(code).states());
        allZones.addAll(area(code).zones());
      });
      codes.forEach(code -> known.put(code, area(code).with(allStates, allZones)));
    }
  }

  private AreaCode withZonesOfStates(AreaCode area) {
    if (!area.zones().isEmpty()) {
      return area;
    }
    Set<String> zones = new TreeSet<>();
    states.zones(area.states()).forEach(zone -> zones.add(zone.getId()));
    return area.with(Set.of(), zones);
  }

  private void spreadOverThePlan() {
    Set<String> zonesOfThePlan = new TreeSet<>();
    known.values().forEach(area -> zonesOfThePlan.addAll(area.zones()));
    known.replaceAll((code, area) -> area.zones().isEmpty() ? area.with(Set.of(), zonesOfThePlan) : area);
  }

  private AreaCode area(String code) {
    AreaCode area = known.get(code);
    if (area == null) {
      throw new IllegalStateException(
          "expected an area code of nanp-regions.csv, but got %s; add its state there".formatted(code));
    }
    return area;
  }
}
