package io.dialgate.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a benchmark found.
 *
 * @param name of the benchmark
 * @param parameters in words
 * @param baseline to which the others are compared
 * @param figures what the rounds measured
 * @param memory resident bytes of every process at the end
 */
public record Report(String name, String parameters, String baseline, Figures figures, Map<String, Long> memory) {

  private static final double MEBIBYTE = 1 << 20;

  /** Compared to the naive one. */
  Report(String name, String parameters, Figures figures, Map<String, Long> memory) {
    this(name, parameters, "naive", figures, memory);
  }

  /** As a document for a program. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("bench", name);
    json.put("parameters", parameters);
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("figures", figures.json(baseline));
    json.put("memoryBytes", memory);
    return json;
  }

  /** As a table for a person. */
  public String words() {
    return "%s%nmemory (MiB): %s%n".formatted(figures.table(baseline), memory.entrySet().stream()
        .map(one -> "%s %.0f".formatted(one.getKey(), one.getValue() / MEBIBYTE)).collect(Collectors.joining(", ")));
  }
}
