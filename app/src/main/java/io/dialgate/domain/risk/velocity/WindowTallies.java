package io.dialgate.domain.risk.velocity;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a customer did in one window: after the event's time minus the width, and up to the event's time.
 *
 * @param window its width
 * @param count events, this one included
 * @param sums amounts by currency; a currency whose sum is 0 is not in it, but for the event's own
 * @param distincts different values by attribute, for each attribute that is counted
 */
public record WindowTallies(Duration window, Tally count, SortedMap<String, Tally> sums,
    SortedMap<String, Tally> distincts) {

  private static final Tally NOTHING = new Tally(BigDecimal.ZERO, false);

  /** Keeps its own copies. */
  public WindowTallies {
    sums = copy(sums);
    distincts = copy(distincts);
  }

  /** Amounts in a currency. */
  public Tally sum(String currency) {
    return sums.getOrDefault(currency, NOTHING);
  }

  /**
   * Different values of an attribute.
   *
   * @throws IllegalArgumentException if the attribute is not counted
   */
  public Tally distinct(String attribute) {
    Tally tally = distincts.get(attribute);
    if (tally == null) {
      throw new IllegalArgumentException("expected one of the attributes %s, but got %s; count by the model's own plan"
          .formatted(distincts.keySet(), attribute));
    }
    return tally;
  }

  private static SortedMap<String, Tally> copy(Map<String, Tally> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
