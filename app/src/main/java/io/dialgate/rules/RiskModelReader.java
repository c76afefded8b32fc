package io.dialgate.rules;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.Category;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.domain.risk.velocity.VelocityPlan;

/**
 * Reads a model that has the form of one.
 *
 * @param root the whole document
 */
record RiskModelReader(Spot root) {

  /** The model; null if it has faults. */
  @Nullable
  RiskModel read(String hash) {
    List<Duration> windows = root.at("windows").items().stream().map(Widths::read).toList();
    List<String> attributes = texts("attributes");
    List<String> tiers = texts("tiers");
    VelocityPlan plan = plan(windows, attributes);
    knownTier(root.at("unknown-tier"), tiers);
    checkIds("features");
    checkIds("categories");
    var reader = new FeatureReader(windows, attributes, tiers);
    var features = root.at("features").items().stream().map(reader::read).toList();
    List<Category> categories = categories(tiers);
    if (plan == null || root.faults().anyIn("")) {
      return null;
    }
    return new RiskModel(root.text("model"), hash, null, plan, new RiskModel.Tiers(tiers, root.text("unknown-tier")),
        root.at("cap").value().asInt(), features, categories);
  }

  private List<String> texts(String field) {
    return root.at(field).items().stream().map(Spot::text).toList();
  }

  private @Nullable VelocityPlan plan(List<Duration> windows, List<String> attributes) {
    try {
      return new VelocityPlan(windows, attributes, Widths.read(root.at("grace")), Widths.read(root.at("skew")));
    } catch (IllegalArgumentException e) {
      root.faults().add(planPart(String.valueOf(e.getMessage())), String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Which part of the document the plan's sentence is about. */
  private static String planPart(String sentence) {
    for (String part : List.of("grace", "skew")) {
      if (sentence.startsWith("expected a " + part)) {
        return "/" + part;
      }
    }
    return "/windows";
  }

  private void checkIds(String section) {
    var first = new HashMap<String, Integer>();
    for (Spot row : root.at(section).items()) {
      Spot id = row.at("id");
      Integer earlier = first.putIfAbsent(id.text(), root.faults().line(id.pointer()));
      if (earlier != null) {
        id.fault("an id that is used once", id.text() + ", which line " + earlier + " has too",
            "give one of the two another id");
      }
    }
  }

  private List<Category> categories(List<String> tiers) {
    List<Spot> rows = root.at("categories").items();
    for (int i = 0; i < rows.size(); i++) {
      Spot row = rows.get(i);
      boolean last = i == rows.size() - 1;
      boolean always = !row.has("tier") && !row.has("amount-over");
      if (last && !always) {
        row.fault("a last category without a condition, which every other transaction is of", "one with a condition",
            "add one that has an id and a threshold only");
      } else if (!last && always) {
        row.fault("tier or amount-over in every category but the last", "neither",
            "add a condition, or make it the last");
      }
      knownTier(row.at("tier"), tiers);
    }
    return rows.stream().map(RiskModelReader::category).toList();
  }

  private static Category category(Spot row) {
    return new Category(row.text("id"), row.has("tier") ? row.text("tier") : null,
        row.has("amount-over") ? FeatureReader.number(row.at("amount-over")) : null,
        row.at("threshold").value().asInt());
  }

  /** A tier, if there is one here, has to be one of the model's. */
  static void knownTier(Spot spot, List<String> tiers) {
    if (spot.exists() && !tiers.contains(spot.text())) {
      spot.fault("one of the model's tiers, " + String.join(", ", tiers), "\"" + spot.text() + "\"",
          "correct it, or add it to tiers");
    }
  }
}
