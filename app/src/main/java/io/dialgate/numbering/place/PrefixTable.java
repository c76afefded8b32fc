package io.dialgate.numbering.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dialgate.domain.place.Candidates;

/** Places by the characters that a postal code or number starts with; the longest prefix in the table counts. */
final class PrefixTable {

  private final Map<String, Candidates> rows = new HashMap<>();
  private final int longest;

  /**
   * Reads a table with the columns prefixes, regions and zones.
   *
   * @throws IllegalStateException if the table names a prefix twice, or a state that {@code regions.csv} does not
   */
  PrefixTable(String file, States states) {
    for (List<String> row : DataFile.read(file).rows()) {
      Candidates places = states.candidates(DataFile.values(row.get(1)), DataFile.values(row.get(2)));
      for (String prefix : DataFile.values(row.get(0)).stream().flatMap(it -> range(it).stream()).toList()) {
        if (rows.put(prefix, places) != null) {
          throw new IllegalStateException("expected each prefix of %s once, but got %s again; drop one row".formatted(
              file, prefix));
        }
      }
    }
    longest = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /** The places of the longest prefix that the text starts with; none if it starts with none. */
  Candidates find(String text) {
    for (int length = Math.min(longest, text.length()); length > 0; length--) {
      Candidates places = rows.get(text.substring(0, length));
      if (places != null) {
        return places;
      }
    }
    return Candidates.NONE;
  }

  /** {@code 010-027} is each of them; both ends have the same number of digits. */
  private static List<String> range(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return List.of(text);
    }
    List<String> prefixes = new ArrayList<>();
    int last = Integer.parseInt(text.substring(dash + 1));
    for (int prefix = Integer.parseInt(text.substring(0, dash)); prefix <= last; prefix++) {
      prefixes.add(("%0" + dash + "d").formatted(prefix));
    }
    return prefixes;
  }
}
