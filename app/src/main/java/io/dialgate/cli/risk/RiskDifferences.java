package io.dialgate.cli.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.dialgate.cli.shell.Output;
import io.dialgate.schemas.Contribution;
import io.dialgate.schemas.RiskAssessment;

/** Counts where two assessments of the same transactions differ, and by which feature. */
final class RiskDifferences {

  /** Examples that are told of each difference. */
  private static final int EXAMPLES = 3;

  /** What differs where one model counted otherwise: no feature's name. */
  private static final String VELOCITIES = "(velocities)";

  private final Map<String, Difference> turned = new TreeMap<>();
  private final Map<String, Difference> features = new TreeMap<>();
  private long compared;
  private long same;

  /** Assessments that differ in one way. */
  private static final class Difference {

    private long count;
    private final List<String> examples = new ArrayList<>();

    void add(String example) {
      count++;
      if (examples.size() < EXAMPLES) {
        examples.add(example);
      }
    }

    Map<String, Object> json() {
      return Map.of("count", count, "examples", examples);
    }
  }

  /** Looks at one transaction under both. */
  void compare(RiskAssessment one, RiskAssessment other) {
    compared++;
    if (isSame(one, other)) {
      same++;
      return;
    }
    if (one.getModel().equals(other.getModel()) && !one.getVelocities().equals(other.getVelocities())) {
      features.computeIfAbsent(VELOCITIES, _ -> new Difference()).add(one.getTransactionId());
    }
    if (!result(one).equals(result(other))) {
      turned.computeIfAbsent("%s to %s".formatted(result(one), result(other)), _ -> new Difference())
          .add("%s: %d to %d".formatted(one.getTransactionId(), one.getScore(), other.getScore()));
    }
    Map<String, Contribution> before = byFeature(one);
    Map<String, Contribution> after = byFeature(other);
    Set<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String feature : all) {
      String was = points(before.get(feature));
      String is = points(after.get(feature));
      if (!was.equals(is)) {
        features.computeIfAbsent(feature, _ -> new Difference())
            .add("%s: %s to %s".formatted(one.getTransactionId(), was, is));
      }
    }
  }

  long compared() {
    return compared;
  }

  /** How many differ in flag, category, threshold or what made up the score. */
  long different() {
    return compared - same;
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("compared", compared);
    json.put("same", same);
    json.put("different", different());
    json.put("turned", told(turned));
    json.put("features", told(features));
    return json;
  }

  String words() {
    var words = new StringBuilder("%,d transactions compared: %,d the same, %,d different".formatted(compared, same,
        different()));
    words.append(words(turned)).append(words(features));
    return words.toString();
  }

  /** Under one model all has to be the same; under two, what is counted may be another thing. */
  private static boolean isSame(RiskAssessment one, RiskAssessment other) {
    return one.getModel().equals(other.getModel())
        ? one.equals(other)
        : result(one).equals(result(other)) && one.getContributions().equals(other.getContributions());
  }

  private static Map<String, Object> told(Map<String, Difference> differences) {
    Map<String, Object> told = new LinkedHashMap<>();
    differences.forEach((name, difference) -> told.put(name, difference.json()));
    return told;
  }

  private static String words(Map<String, Difference> differences) {
    var words = new StringBuilder();
    differences.forEach((name, difference) -> words.append("%n%,10d  %s%n            for example %s".formatted(
        difference.count, Output.plain(name), Output.plain(String.join(", ", difference.examples)))));
    return words.toString();
  }

  private static String result(RiskAssessment one) {
    return one.getUnscored() == null
        ? "%s (%s, from %d on)".formatted(one.getFlag(), one.getCategory(), one.getThreshold())
        : "%s (%s)".formatted(one.getFlag(), one.getUnscored());
  }

  private static Map<String, Contribution> byFeature(RiskAssessment one) {
    Map<String, Contribution> byFeature = new LinkedHashMap<>();
    one.getContributions().forEach(it -> byFeature.put(it.getFeature(), it));
    return byFeature;
  }

  private static String points(@Nullable Contribution contribution) {
    return contribution == null
        ? "nothing"
        : "%d for %s".formatted(contribution.getPoints(), contribution.getObserved());
  }
}
