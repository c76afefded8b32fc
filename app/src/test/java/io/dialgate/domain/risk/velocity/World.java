package io.dialgate.domain.risk.velocity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.dialgate.domain.risk.RiskEvent;

/**
 * Seeded traffic: some customers act in bursts, some seldom; events come late, too late, twice, from the future, many at the
 * same microsecond, and exactly a window's width after others.
 */
final class World {

  private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
  private static final List<String> CURRENCIES = List.of("USD", "USD", "USD", "EUR", "GBP", "JPY");

  private final SplittableRandom random;
  private final VelocityPlan plan;
  private final int customers;
  private final Map<Integer, List<Instant>> past = new HashMap<>();
  private final List<Arrival> sent = new ArrayList<>();
  private Instant now = START;
  private int next;

  /** An event, and when the broker took it. */
  record Arrival(RiskEvent event, Instant at) {}

  World(long seed, VelocityPlan plan) {
    this.random = new SplittableRandom(seed);
    this.plan = plan;
    this.customers = seed % 10 == 9 ? 12 : 20 + random.nextInt(200);
  }

  Arrival next() {
    if (!sent.isEmpty() && random.nextInt(40) == 0) {
      return sent.get(sent.size() - 1 - random.nextInt(Math.min(200, sent.size())));
    }
    now = now.plus(step(), ChronoUnit.MICROS);
    // The first customers are many times as busy as the last.
    int customer = Math.min(random.nextInt(customers), Math.min(random.nextInt(customers), random.nextInt(customers)));
    List<Instant> known = past.computeIfAbsent(customer, _ -> new ArrayList<>());
    Instant at = time(known);
    if (!at.isAfter(now)) {
      known.add(at);
    }
    var arrival = new Arrival(new RiskEvent("t" + next++, "i", "c" + customer, amount(),
        CURRENCIES.get(random.nextInt(CURRENCIES.size())), attributes(customer), at), now);
    sent.add(arrival);
    return arrival;
  }

  /** Seconds, as a rule; now and then hours. */
  private long step() {
    return random.nextInt(2_000) == 0
        ? random.nextLong(Duration.ofHours(30).toSeconds()) * 1_000_000
        : random.nextLong(1, 8_000_000);
  }

  private Instant time(List<Instant> known) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> now.minus(random.nextLong(micros(plan.grace()) + 1), ChronoUnit.MICROS);
      case 3 -> now.minus(micros(plan.grace()) + random.nextLong(1_000_000_000L), ChronoUnit.MICROS);
      case 4 -> now.plus(random.nextLong(2 * micros(plan.skew()) + 2), ChronoUnit.MICROS);
      case 5 -> known.isEmpty() ? now : known.get(known.size() - 1 - random.nextInt(Math.min(5, known.size())));
      case 6 -> known.isEmpty() ? now : atEdge(known);
      default -> now;
    };
  }

  /** A window's width after an event, or a microsecond beside it; if that is not far from now. */
  private Instant atEdge(List<Instant> known) {
    Instant edge = known.get(random.nextInt(known.size()))
        .plus(plan.windows().get(random.nextInt(plan.windows().size())))
        .plus(random.nextInt(-1, 2), ChronoUnit.MICROS);
    return Duration.between(edge, now).abs().compareTo(plan.grace()) > 0 ? now : edge;
  }

  private BigDecimal amount() {
    return switch (random.nextInt(30)) {
      case 0 -> new BigDecimal("99999999999999.9999");
      case 1 -> BigDecimal.ZERO;
      default -> BigDecimal.valueOf(random.nextLong(20_000_000), random.nextInt(5));
    };
  }

  private Map<String, String> attributes(int customer) {
    var attributes = new HashMap<String, String>();
    for (int i = 0; i < plan.attributes().size(); i++) {
      // A handful of values, then dozens, then thousands: those that come again soon, and those that hardly do.
      int values = 3 << (4 * i);
      if (random.nextInt(10) != 0) {
        attributes.put(plan.attributes().get(i), "v" + random.nextInt(values + customer % 5));
      }
    }
    attributes.put("not-counted", "x" + next);
    return attributes;
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
