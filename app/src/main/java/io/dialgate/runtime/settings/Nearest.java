package io.dialgate.runtime.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody probably meant. */
final class Nearest {

  /** More slips than this share of the word, and it is another word: guessing would mislead. */
  private static final double MOST_SLIPS = 0.4;

  private Nearest() {}

  /** The known name with the fewest slips (a letter too many, too few or wrong), if they are few. */
  static Optional<String> to(String word, Collection<String> known) {
    return known.stream().min(Comparator.comparingInt(name -> slips(word, name)))
        .filter(name -> slips(word, name) <= MOST_SLIPS * Math.max(word.length(), name.length()));
  }

  /** Levenshtein's distance, row by row. */
  private static int slips(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
