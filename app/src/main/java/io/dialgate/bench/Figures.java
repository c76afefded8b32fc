package io.dialgate.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rounds measured: for each figure and contestant one value a round. */
final class Figures {

  private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();

  void add(String figure, String contestant, double value) {
    values.computeIfAbsent(figure, _ -> new LinkedHashMap<>()).computeIfAbsent(contestant, _ -> new ArrayList<>())
        .add(value);
  }

  /**
   * Median and spread of some values.
   *
   * @param min the smallest
   * @param median the middle one
   * @param max the largest
   */
  record Spread(double min, double median, double max) {

    static Spread of(List<Double> values) {
      double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      int middle = sorted.length / 2;
      double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
      return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    Map<String, Double> json() {
      Map<String, Double> json = new LinkedHashMap<>();
      json.put("min", min);
      json.put("median", median);
      json.put("max", max);
      return json;
    }
  }

  /** Each figure: the spread of every contestant, and of the ratio to the baseline, round by round. */
  Map<String, Object> json(String baseline) {
    Map<String, Object> json = new LinkedHashMap<>();
    values.forEach((figure, contestants) -> {
      Map<String, Object> one = new LinkedHashMap<>();
      contestants.forEach((name, rounds) -> {
        one.put(name, Spread.of(rounds).json());
        one.put(name + " rounds", rounds);
      });
      ratios(contestants, baseline).forEach((name, rounds) -> one.put(name + " / " + baseline,
          Spread.of(rounds).json()));
      json.put(figure, one);
    });
    return json;
  }

  /** The same as a table for a person. */
  String table(String baseline) {
    var table = new StringBuilder("%-34s %-24s %12s %12s %12s%n".formatted("figure", "", "min", "median", "max"));
    values.forEach((figure, contestants) -> {
      contestants.forEach((name, rounds) -> table.append(row(figure, name, Spread.of(rounds))));
      ratios(contestants, baseline)
          .forEach((name, rounds) -> table.append(row("", name + " / " + baseline, Spread.of(rounds))));
    });
    return table.toString();
  }

  private static String row(String figure, String name, Spread spread) {
    return "%-34s %-24s %,12.2f %,12.2f %,12.2f%n".formatted(figure, name, spread.min(), spread.median(),
        spread.max());
  }

  /** Rounds are taken in turns, so that those of the same index saw the machine in the same mood. */
  private static Map<String, List<Double>> ratios(Map<String, List<Double>> contestants, String baseline) {
    Map<String, List<Double>> ratios = new LinkedHashMap<>();
    List<Double> base = contestants.get(baseline);
    contestants.forEach((name, rounds) -> {
      if (base != null && !name.equals(baseline)) {
        double[] ratio = new double[Math.min(rounds.size(), base.size())];
        Arrays.setAll(ratio, i -> rounds.get(i) / base.get(i));
        ratios.put(name, Arrays.stream(ratio).boxed().toList());
      }
    });
    return ratios;
  }
}
