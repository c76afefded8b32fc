package io.dialgate.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whether Dialgate can be sent work, part by part.
 *
 * @param parts by name, in the order in which they are shown; each answers at once and from memory, since a load balancer
 * asks often
 */
public record Readiness(Map<String, Supplier<Health>> parts) {

  public Readiness {
    parts = new LinkedHashMap<>(parts);
  }

  /** The answer of every part; one that throws instead of answering is down. */
  Map<String, Health> ask() {
    Map<String, Health> answers = new LinkedHashMap<>();
    parts.forEach((name, part) -> answers.put(name, ask(part)));
    return answers;
  }

  static boolean ready(Map<String, Health> answers) {
    return answers.values().stream().allMatch(Health.Up.class::isInstance);
  }

  private static Health ask(Supplier<Health> part) {
    try {
      return part.get();
    } catch (RuntimeException broken) {
      return Health.down("the check itself failed: " + broken.getClass().getSimpleName());
    }
  }
}
