package io.dialgate.cli.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** What must be, against what was read back. Each is told; one that fails makes the demo fail. */
final class Expectations {

  private final Narrator narrator;
  private int held;
  private int failed;

  Expectations(Narrator narrator) {
    this.narrator = narrator;
  }

  /** Tells a fact that is checked by what it must be equal to. */
  void check(String fact, Object expected, Object got) {
    tell(Map.of("fact", fact), fact, expected, got);
  }

  /**
   * Tells something that is checked as a whole.
   *
   * @param document for a program
   * @param words for a person; the mark goes before them
   */
  void tell(Map<String, ?> document, String words, Object expected, Object got) {
    boolean holds = expected.equals(got);
    held += holds ? 1 : 0;
    failed += holds ? 0 : 1;
    var told = new LinkedHashMap<String, Object>(document);
    told.put("asExpected", holds);
    if (!holds) {
      told.put("expected", expected.toString());
      told.put("got", got.toString());
    }
    String mark = holds ? "@|green ✔|@" : "@|bold,red ✘|@";
    String why = holds
        ? ""
        : "%n     @|bold,red expected|@ %s%n     @|bold,red but got|@  %s".formatted(expected,
            got.toString().isEmpty() ? "nothing" : got);
    narrator.tell(told, "   %s %s%s".formatted(mark, words, why));
  }

  int held() {
    return held;
  }

  int failed() {
    return failed;
  }
}
