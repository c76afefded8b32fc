package io.dialgate.cli.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.Band;
import io.dialgate.domain.risk.Category;
import io.dialgate.domain.risk.Feature;
import io.dialgate.domain.risk.RiskModel;

/** A risk model, as people and programs read it. */
final class RiskModelWords {

  private RiskModelWords() {}

  static Map<String, @Nullable Object> json(RiskModel model) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", model.name());
    json.put("hash", model.hash());
    json.put("base", model.basedOn());
    json.put("windows", model.plan().windows().stream().map(Object::toString).toList());
    json.put("attributes", model.plan().attributes());
    json.put("grace", model.plan().grace().toString());
    json.put("skew", model.plan().skew().toString());
    json.put("tiers", model.tiers().names());
    json.put("unknownTier", model.tiers().unknown());
    json.put("cap", model.cap());
    json.put("features", model.features().stream().map(one -> Map.of("id", one.id(), "scores", words(one))).toList());
    json.put("thresholds", thresholds(model));
    return json;
  }

  static String words(RiskModel model) {
    var words = new StringBuilder();
    for (Feature feature : model.features()) {
      words.append("%n  %-16s %s".formatted(feature.id(), words(feature)));
    }
    words.append("%n  at most %d in all".formatted(model.cap()));
    for (Category category : model.categories()) {
      words.append("%n  %-16s HIGH from %d on%s%s".formatted(category.id(), category.threshold(),
          category.tier() == null ? "" : ", tier " + category.tier(),
          category.amountOver() == null ? "" : ", amount over " + category.amountOver().toPlainString()));
    }
    return words.toString();
  }

  /** By category, in the order in which they are asked. */
  static Map<String, Integer> thresholds(RiskModel model) {
    Map<String, Integer> thresholds = new LinkedHashMap<>();
    model.categories().forEach(one -> thresholds.put(one.id(), one.threshold()));
    return thresholds;
  }

  private static String words(Feature feature) {
    List<String> bands = feature.bands().stream().map(RiskModelWords::words).collect(Collectors.toList());
    bands.add("otherwise " + feature.otherwise());
    return String.join(", ", bands) + (feature.weight() == 1 ? "" : ", times " + feature.weight());
  }

  private static String words(Band band) {
    return switch (band) {
      case Band.Is(String value, int points) -> "%s %d".formatted(value, points);
      case Band.Over(var edge, int points) -> "over %s %d".formatted(edge.toPlainString(), points);
      case Band.Under(var edge, int points) -> "under %s %d".formatted(edge.toPlainString(), points);
    };
  }
}
