package io.dialgate.runtime.metrics;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import io.dialgate.bridge.outbox.Outbox;
import io.dialgate.bridge.outbox.OutboxObserver;

/** Counts what a bridge reports. */
final class BridgeMetrics implements OutboxObserver {

  private static final List<String> STATES = List.of("closed", "open", "half_open");

  private final Map<End, Counter> items = new EnumMap<>(End.class);

  BridgeMetrics(MeterRegistry registry, String destination) {
    for (End end : End.values()) {
      items.put(end, Counter.builder(MetricNames.BRIDGE_ITEMS).description("Items that a bridge took to an end")
          .tag(MetricNames.DESTINATION, destination).tag(MetricNames.END, end.name().toLowerCase(Locale.ROOT))
          .register(registry));
    }
  }

  static void add(MeterRegistry registry, Outbox outbox) {
    for (String state : STATES) {
      Gauge.builder(MetricNames.BRIDGE_BREAKER, outbox,
          it -> it.breaker().toLowerCase(Locale.ROOT).equals(state) ? 1 : 0)
          .description("Whether the breaker of a destination is in that state")
          .tag(MetricNames.DESTINATION, outbox.destination()).tag(MetricNames.STATE, state).register(registry);
    }
    Gauge.builder(MetricNames.BRIDGE_BACKLOG, outbox, Outbox::backlog)
        .description("Records that a bridge has to look at")
        .tag(MetricNames.DESTINATION, outbox.destination()).register(registry);
    Gauge.builder(MetricNames.BRIDGE_OLDEST, outbox, it -> it.oldestUndelivered().toMillis() / 1_000.0)
        .baseUnit("seconds").description("Age of the oldest item that is known and not delivered")
        .tag(MetricNames.DESTINATION, outbox.destination()).register(registry);
  }

  @Override
  public void ended(End end, int count) {
    Counter counter = items.get(end);
    if (counter != null) {
      counter.increment(count);
    }
  }
}
