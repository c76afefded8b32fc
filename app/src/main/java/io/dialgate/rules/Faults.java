package io.dialgate.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The faults of one document, as they are found, and the lines on which its parts stand.
 *
 * <p>Parts are named by JSON pointers (RFC 6901): {@code /rules/3/cite}.
 */
final class Faults {

  /** More faults than that say only that the file is another kind of file. */
  static final int MAX_FAULTS = 200;

  private final String file;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Fault> found = new ArrayList<>();
  private final Set<String> wrong = new HashSet<>();
  private Function<String, @Nullable String> ruleAt = _ -> null;

  Faults(String file) {
    this.file = file;
  }

  /** Says how the rule of a pointer is found, once the document has been read. */
  void rulesBy(Function<String, @Nullable String> finder) {
    ruleAt = finder;
  }

  void stands(String pointer, int line) {
    lines.putIfAbsent(pointer, line);
  }

  /** The line of a part, or of the nearest part around it that has one. */
  int line(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
    }
    return 1;
  }

  void add(String pointer, String expected, String got, String remedy) {
    wrong.add(pointer);
    add(line(pointer), ruleAt.apply(pointer), expected, got, remedy);
  }

  /** A fault whose sentence is whole. */
  void add(String pointer, String sentence) {
    wrong.add(pointer);
    if (found.size() < MAX_FAULTS) {
      found.add(new Fault(file, line(pointer), ruleAt.apply(pointer), sentence));
    }
  }

  void add(int line, String expected, String got, String remedy) {
    add(line, null, expected, got, remedy);
  }

  private void add(int line, @Nullable String rule, String expected, String got, String remedy) {
    if (found.size() < MAX_FAULTS) {
      found.add(new Fault(file, line, rule, "expected %s, but got %s; %s".formatted(expected, got, remedy)));
    }
  }

  /** Whether a part, or anything in it, was found wrong. */
  boolean anyIn(String pointer) {
    return wrong.stream().anyMatch(it -> it.equals(pointer) || it.startsWith(pointer + "/"));
  }

  /** Whether anything but parts of this one was found wrong. */
  boolean anyOutside(String pointer) {
    return wrong.stream().anyMatch(it -> !it.startsWith(pointer + "/"));
  }

  /** Ends the reading if anything was found so far. */
  void refuseIfAny() throws BrokenDocument {
    if (!found.isEmpty()) {
      throw new BrokenDocument(found.stream().sorted(Comparator.comparingInt(Fault::line)).toList());
    }
  }
}
