package io.dialgate.rules;

import java.nio.charset.StandardCharsets;

import io.dialgate.domain.risk.RiskModel;

/** Small risk models for tests. */
final class Models {

  private static final ModelReader READER = new ModelReader();

  private static final String SMALL = """
      format: 1
      model: small
      windows: [1m, 1h]
      attributes: [device]
      grace: 1m
      skew: 1m
      tiers: [new, known]
      unknown-tier: known
      cap: 100
      features:
        - {id: tier, of: tier, bands: [{is: new, points: 20}], otherwise: 5}
        - {id: count, of: count, window: 1h, bands: [{over: 2, points: 10}], otherwise: 0}
      categories:
        - {id: fresh, tier: new, threshold: 30}
        - {id: rest, threshold: 60}
      """;

  private Models() {}

  /** The small model with one line in place of another. */
  static String with(String line, String instead) {
    if (!SMALL.contains(line)) {
      throw new IllegalArgumentException("expected a line of the small model, but got " + line);
    }
    return SMALL.replace(line, instead);
  }

  /** The small model with these features, a line each. */
  static String withFeatures(String... features) {
    String section = SMALL.substring(SMALL.indexOf("  - {id: tier"), SMALL.indexOf("categories:"));
    return SMALL.replace(section, "  - {" + String.join("}\n  - {", features) + "}\n");
  }

  static RiskModel read(String text) {
    try {
      return READER.read(text.getBytes(StandardCharsets.UTF_8), "model.yaml", _ -> null);
    } catch (BrokenDocument e) {
      throw new AssertionError(e);
    }
  }
}
