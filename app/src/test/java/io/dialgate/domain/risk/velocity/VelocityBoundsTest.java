package io.dialgate.domain.risk.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At every bound: what is told as exact is exact, what is told as a lower bound is one, and no page is kept beyond it. */
class VelocityBoundsTest {

  private static final int EVENTS = 4_000;

  private static final VelocityPlan PLAN = new VelocityPlan(
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(6)), List.of("device", "card", "ip"),
      Duration.ofMinutes(3), Duration.ofMinutes(1));

  private int exact;
  private int bounded;

  @ParameterizedTest
  @CsvSource({"9, 128, 20000, 16", "19, 300, 20000, 16", "29, 1000000, 40, 16", "39, 1000000, 3, 16",
      "49, 1000000, 20000, 2", "59, 200, 60, 3", "69, 128, 1, 1"})
  void shouldTellALowerBoundWhereABoundWasReached(long seed, int events, int values, int currencies) {
    // given
    var world = new World(seed, PLAN);
    var slow = new SlowCount(PLAN);
    var pages = new MapPages();
    var quick = CustomerVelocities.on(pages, PLAN, new VelocityLimits(events, values, currencies));
    var customers = new HashSet<String>();

    for (int i = 0; i < EVENTS; i++) {
      World.Arrival arrival = world.next();
      customers.add(arrival.event().customerId());

      // when
      Placed placed = quick.place(arrival.event(), arrival.at());

      // then
      if (placed instanceof Placed.Counted(Velocities told)) {
        check(told, slow.place(arrival.event()), "seed %d event %d: %s".formatted(seed, i, arrival));
      } else {
        assertThat(slow.fromTheFuture(arrival.event(), arrival.at()) || slow.tooLate(arrival.event())
            || events < 1_000_000).isTrue();
      }
    }
    assertThat(exact).isPositive();
    assertThat(bounded).isPositive();
    // Leaves are at least half full, but for some at the seams; values' pages have four values on average, or there is one.
    assertThat(pages.size())
        .isLessThan(customers.size() * (8 + 2 * Math.min(events, EVENTS) / 32 + Math.min(values, 5_000) / 4));
  }

  private void check(Velocities told, Velocities truth, String where) {
    for (int i = 0; i < truth.windows().size(); i++) {
      WindowTallies a = told.windows().get(i);
      WindowTallies b = truth.windows().get(i);
      check(a.count(), b.count(), where);
      b.sums().forEach((currency, sum) -> {
        Tally one = a.sums().get(currency);
        // Of a currency that is not summed, only the event's own is told of.
        if (one != null) {
          check(one, sum, where);
        }
      });
      check(a.distincts(), b.distincts(), where);
    }
  }

  private void check(SortedMap<String, Tally> told, SortedMap<String, Tally> truth, String where) {
    assertThat(told.keySet()).isEqualTo(truth.keySet());
    truth.forEach((name, tally) -> check(told.getOrDefault(name, tally), tally, where));
  }

  private void check(Tally told, Tally truth, String where) {
    int compared = told.value().compareTo(truth.value());
    boolean right = told.atLeast() ? compared <= 0 && told.value().signum() >= 0 : compared == 0;
    assertThat(right).as("%s: told %s, true %s", where, told, truth).isTrue();
    if (told.atLeast()) {
      bounded++;
    } else {
      exact++;
    }
  }
}
