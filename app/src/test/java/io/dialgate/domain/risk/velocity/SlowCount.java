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
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    long end = event.micros();
    long reach = end - plan.windows().getLast().toNanos() / 1_000;
    List<RiskEvent> near = known.stream().filter(it -> it.micros() > reach && it.micros() <= end).toList();
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

  /** One window: all that lies in it, counted one by one. */
  private WindowTallies window(Duration width, List<RiskEvent> near, RiskEvent event) {
    long from = event.micros() - width.toNanos() / 1_000;
    List<RiskEvent> inside = near.stream().filter(it -> it.micros() > from).toList();
    var sums = new TreeMap<String, BigDecimal>(Map.of(event.currency(), BigDecimal.ZERO));
    inside.stream().collect(Collectors.groupingBy(RiskEvent::currency)).forEach((currency, ones) -> sums.put(currency,
        ones.stream().map(RiskEvent::amount).reduce(BigDecimal.ZERO, BigDecimal::add)));
    var tallies = new TreeMap<String, Tally>();
    sums.forEach((currency, sum) -> {
      if (sum.signum() != 0 || currency.equals(event.currency())) {
        tallies.put(currency, new Tally(sum, false));
      }
    });
    var distincts = new TreeMap<String, Tally>();
    for (String attribute : plan.attributes()) {
      var seen = new HashSet<String>();
      for (RiskEvent one : inside) {
        String value = one.attributes().get(attribute);
        if (value != null) {
          seen.add(value);
        }
      }
      distincts.put(attribute, Tally.of(seen.size(), false));
    }
    return new WindowTallies(width, Tally.of(inside.size(), false), tallies, distincts);
  }
}
