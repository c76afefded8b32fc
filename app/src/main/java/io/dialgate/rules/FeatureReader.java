package io.dialgate.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.dialgate.domain.risk.Band;
import io.dialgate.domain.risk.Feature;
import io.dialgate.domain.risk.Source;

/**
 * Reads one feature of a risk model.
 *
 * @param windows the model's windows
 * @param attributes the attributes that it counts
 * @param tiers its tiers
 */
record FeatureReader(List<Duration> windows, List<String> attributes, List<String> tiers) {

  private static final Set<String> IN_WINDOWS = Set.of("count", "sum", "distinct");
  private static final int NO_CAP = Integer.MAX_VALUE;

  /** The feature; one that is wrong has its fault. */
  Feature read(Spot spot) {
    String of = spot.text("of");
    Duration window = window(spot, of);
    String attribute = attribute(spot, of);
    Source source = switch (of) {
      case "tier" -> new Source.Tier();
      case "amount" -> new Source.Amount();
      case "count" -> new Source.Count(window);
      case "sum" -> new Source.Sum(window);
      case "distinct" -> new Source.Distinct(attribute, window);
      default -> new Source.SinceLast();
    };
    return new Feature(spot.text("id"), source, bands(spot.at("bands"), of.equals("tier")),
        spot.at("otherwise").value().asInt(), spot.at("weight").value().asInt(1),
        spot.at("cap").value().asInt(NO_CAP));
  }

  private Duration window(Spot spot, String of) {
    Spot window = spot.at("window");
    if (!needed(window, IN_WINDOWS.contains(of), "window", of)) {
      return Duration.ZERO;
    }
    if (!windows.contains(Widths.read(window))) {
      window.fault("one of the model's windows", window.text(), "correct it, or add it to windows");
    }
    return Widths.read(window);
  }

  private String attribute(Spot spot, String of) {
    Spot attribute = spot.at("attribute");
    if (needed(attribute, of.equals("distinct"), "attribute", of) && !attributes.contains(attribute.text())) {
      attribute.fault("one of the model's attributes", "\"" + attribute.text() + "\"",
          "correct it, or add it to attributes");
    }
    return attribute.text();
  }

  /** Whether a field is there and belongs there; a fault, if only one of the two. */
  private static boolean needed(Spot field, boolean belongs, String name, String of) {
    if (belongs && !field.exists()) {
      field.fault("the field " + name, "none", "say which one the " + of + " is of");
    } else if (!belongs && field.exists()) {
      field.fault("no " + name + " in a feature of " + of, field.text(), "leave it out");
    }
    return belongs && field.exists();
  }

  private List<Band> bands(Spot list, boolean words) {
    var bands = new ArrayList<Band>();
    for (Spot spot : list.items()) {
      List<String> conditions = List.of("is", "over", "under").stream().filter(spot::has).toList();
      if (conditions.size() != 1) {
        spot.fault("one of is, over and under", conditions.isEmpty() ? "none" : String.join(" and ", conditions),
            "say when the band holds, once");
      } else if (conditions.getFirst().equals("is") != words) {
        spot.fault(words ? "is in a band of tiers" : "over or under in a band of numbers", conditions.getFirst(),
            "correct it");
      } else {
        Band band = band(spot, conditions.getFirst());
        if (bands.stream().anyMatch(earlier -> hides(earlier, band))) {
          spot.fault("bands of which each can be reached, over from the greatest down and under from the least up",
              "one that holds only where one before it does", "put them in order");
        }
        bands.add(band);
      }
    }
    return bands;
  }

  private Band band(Spot spot, String condition) {
    int points = spot.at("points").value().asInt();
    if (condition.equals("is")) {
      RiskModelReader.knownTier(spot.at("is"), tiers);
      return new Band.Is(spot.text("is"), points);
    }
    BigDecimal edge = number(spot.at(condition));
    return condition.equals("over") ? new Band.Over(edge, points) : new Band.Under(edge, points);
  }

  private static boolean hides(Band earlier, Band later) {
    return switch (later) {
      case Band.Is(String word, int _) -> earlier instanceof Band.Is(String other, int _) && other.equals(word);
      case Band.Over(BigDecimal edge, int _) ->
        earlier instanceof Band.Over(BigDecimal other, int _) && other.compareTo(edge) <= 0;
      case Band.Under(BigDecimal edge, int _) ->
        earlier instanceof Band.Under(BigDecimal other, int _) && other.compareTo(edge) >= 0;
    };
  }

  /** A number of the document, exact. */
  static BigDecimal number(Spot spot) {
    return new BigDecimal(spot.text());
  }
}
