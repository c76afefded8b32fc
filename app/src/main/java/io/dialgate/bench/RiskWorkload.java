package io.dialgate.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import io.dialgate.schemas.DataActionTransaction;

/**
 * Customers and what they do, and the model that looks at it: in each of 5 windows the count, the sum and the different values of
 * 4 attributes, and the time since the last event: 31 features.
 *
 * @param customers how many there are, each as busy as the others
 */
record RiskWorkload(int customers) {

  /** Widths, as a model writes them. */
  static final Map<String, Duration> WINDOWS = Map.of("1m", Duration.ofMinutes(1), "5m", Duration.ofMinutes(5), "1h",
      Duration.ofHours(1), "24h", Duration.ofHours(24), "7d", Duration.ofDays(7));

  /** The same, shortest first. */
  static final List<String> WIDTHS = WINDOWS.keySet().stream()
      .sorted((one, other) -> WINDOWS.getOrDefault(one, Duration.ZERO)
          .compareTo(WINDOWS.getOrDefault(other, Duration.ZERO)))
      .toList();

  static final List<String> ATTRIBUTES = List.of("device", "ip", "channel", "merchant");

  /** How far behind a customer's latest event another is taken, by all contestants. */
  static final Duration GRACE = Duration.ofMinutes(5);

  /** Different values of each attribute. */
  private static final List<Integer> VALUES = List.of(1_000, 5_000, 4, 300);

  private static final int MAX_CENTS = 2_000_000;

  /** A transaction of some customer. */
  DataActionTransaction transaction(String id, SplittableRandom random, Instant at) {
    Map<String, String> attributes = Map.of(ATTRIBUTES.get(0), "d-" + random.nextInt(VALUES.get(0)),
        ATTRIBUTES.get(1), "10.0.0." + random.nextInt(VALUES.get(1)), ATTRIBUTES.get(2),
        "c-" + random.nextInt(VALUES.get(2)), ATTRIBUTES.get(3), "m-" + random.nextInt(VALUES.get(3)));
    return new DataActionTransaction(id, "interaction-" + id, "customer-" + random.nextInt(customers),
        BigDecimal.valueOf(random.nextInt(MAX_CENTS), 2).setScale(4), null, attributes, at);
  }

  /** The document of the model. */
  static String model() {
    var text = new StringBuilder("""
        format: 1
        model: bench
        windows: [%s]
        attributes: [%s]
        grace: 5m
        skew: 5m
        tiers: [new, standard, premium]
        unknown-tier: standard
        cap: 100
        features:
        """.formatted(String.join(", ", WIDTHS), String.join(", ", ATTRIBUTES)));
    for (String width : WIDTHS) {
      text.append(feature("count", width, "")).append(feature("sum", width, ""));
      ATTRIBUTES.forEach(one -> text.append(feature("distinct", width, one)));
    }
    text.append("  - {id: since, of: since-last, bands: [{under: 1, points: 1}], otherwise: 0}\n");
    return text + "categories:\n  - {id: standard, threshold: 65}\n";
  }

  private static String feature(String of, String width, String attribute) {
    String which = attribute.isEmpty() ? "" : ", attribute: " + attribute;
    return "  - {id: %s, of: %s, window: %s%s, bands: [{over: 1000000, points: 1}], otherwise: 0}%n".formatted(
        List.of(of, attribute, width).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("_")), of,
        width,
        which);
  }
}
