package io.dialgate.lists;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The area codes of North America that a set of files covers; none: all that the registry has.
 *
 * @param codes three digits each, in order
 */
public record Areas(Set<String> codes) {

  /** What stands for all in a {@code RegistryStatus}. */
  public static final String ALL = "*";

  /** All of them. */
  public static final Areas EVERY = new Areas(Set.of());

  /** The most at once; there are fewer. */
  static final int MAX = 1_000;

  private static final long LINES_OF_AN_AREA = 10_000_000;
  private static final long COUNTRY = 1_000;

  /** Keeps its own copy, and checks each. */
  public Areas {
    codes = Set.copyOf(new TreeSet<>(codes));
    codes.stream().filter(code -> !code.matches("[2-9][0-9]{2}")).findFirst().ifPresent(code -> {
      throw new RefusedList(
          "expected an area code of North America such as 212, but got '%s'; correct it".formatted(code));
    });
    if (codes.size() > MAX) {
      throw new RefusedList("expected at most %d area codes, but got %d".formatted(MAX, codes.size()));
    }
  }

  /** Whether the number, as E.164 digits, lies in one of them. */
  public boolean cover(long number) {
    return codes.isEmpty() || codes.contains(code(number));
  }

  /** The names under which copies are told: each area code, or all at once. */
  public List<String> names() {
    return codes.isEmpty() ? List.of(ALL) : codes.stream().sorted().toList();
  }

  /** The area code of a number, as E.164 digits; what lies elsewhere has none. */
  static String code(long number) {
    long code = number / LINES_OF_AN_AREA - COUNTRY;
    return code >= 200 && code < COUNTRY ? Long.toString(code) : "";
  }
}
