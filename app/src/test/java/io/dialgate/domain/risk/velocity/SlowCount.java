package io.dialgate.domain.risk.velocity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.dialgate.domain.risk.RiskEvent;

/** Counts by looking at every event of the customer: slow, without bounds, and obviously right. */
final class SlowCount {

  private final VelocityPlan plan;
  private final Map<String, List<RiskEvent>> events = new HashMap<>();
  private final Map<String, Instant> latest = new HashMap<>();

  SlowCount(VelocityPlan plan) {
    this.plan = plan;
  }

  boolean fromTheFuture(RiskEvent event, Instant arrivedAt) {
    return event.occurredAt().isAfter(arrivedAt.plus(plan.skew()));
  }

  boolean tooLate(RiskEvent event) {
    Instant newest = latest.get(event.customerId());
    return newest != null && event.occurredAt().isBefore(newest.minus(plan.grace()));
  }

  /** The true velocities; the event is known from now on. */
  Velocities place(RiskEvent event) {
    List<RiskEvent> known = events.computeIfAbsent(event.customerId(), _ -> new ArrayList<>());
    Instant at = event.occurredAt();
    Instant before = null;
    for (RiskEvent one : known) {
      if (!one.occurredAt().isAfter(at) && (before == null || one.occurredAt().isAfter(before))) {
        before = one.occurredAt();
      }
    }
    known.add(event);
    latest.merge(event.customerId(), at, (a, b) -> a.isAfter(b) ? a : b);
    Duration gap = before == null ? null : Duration.between(before, at);
    Instant reach = at.minus(plan.windows().getLast());
    List<RiskEvent> near = known.stream().filter(it -> it.occurredAt().isAfter(reach) && !it.occurredAt().isAfter(at))
        .toList();
    return new Velocities(plan.windows().stream().map(it -> window(it, near, event)).toList(),
        gap == null || gap.compareTo(plan.windows().getLast()) >= 0 ? null : gap);
  }

  /** Forgets what no window can reach, to be quicker; nothing else changes. */
  void tidy() {
    Duration reach = plan.windows().getLast().plus(plan.grace());
    events.forEach((customer, known) -> known.removeIf(
        it -> it.occurredAt().isBefore(latest.getOrDefault(customer, Instant.EPOCH).minus(reach).minus(1,
            ChronoUnit.DAYS))));
  }

  private WindowTallies window(Duration width, List<RiskEvent> known, RiskEvent event) {
    Instant from = event.occurredAt().minus(width);
    long count = 0;
    var sums = new TreeMap<String, BigDecimal>(Map.of(event.currency(), BigDecimal.ZERO));
    var values = new TreeMap<String, Set<String>>();
    plan.attributes().forEach(it -> values.put(it, new HashSet<>()));
    for (RiskEvent one : known) {
      if (one.occurredAt().isAfter(from) && !one.occurredAt().isAfter(event.occurredAt())) {
        count++;
        sums.merge(one.currency(), one.amount(), BigDecimal::add);
        values.forEach((attribute, seen) -> {
          String value = one.attributes().get(attribute);
          if (value != null) {
            seen.add(value);
          }
        });
      }
    }
    var tallies = new TreeMap<String, Tally>();
    sums.forEach((currency, sum) -> {
      if (sum.signum() != 0 || currency.equals(event.currency())) {
        tallies.put(currency, new Tally(sum, false));
      }
    });
    var distincts = new TreeMap<String, Tally>();
    values.forEach((attribute, seen) -> distincts.put(attribute, Tally.of(seen.size(), false)));
    return new WindowTallies(width, Tally.of(count, false), tallies, distincts);
  }
}
