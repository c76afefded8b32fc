package io.dialgate.domain.risk.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Velocities on pages against a brute-force count, over seeded worlds of {@value #EVENTS} events: 200,000 events in the build,
 * more with {@code -Ddialgate.risk.events}.
 */
class VelocityOracleTest {

  private static final int EVENTS = 20_000;
  private static final int LARGEST_PAGE = 4_096;

  private static final List<Duration> WINDOWS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
      Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7));

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("dialgate.risk.events", 200_000) / EVENTS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldCountAsBruteForceDoes(long seed) {
    // given
    VelocityPlan plan = plan(seed);
    var world = new World(seed, plan);
    var slow = new SlowCount(plan);
    var seen = new HashSet<String>();
    var pages = new MapPages();
    CustomerVelocities quick = CustomerVelocities.on(pages, plan, VelocityLimits.DEFAULT);
    int counted = 0;

    for (int i = 0; i < EVENTS; i++) {
      if (i % 997 == 0) {
        pages = pages.reopened();
        quick = CustomerVelocities.on(pages, plan, VelocityLimits.DEFAULT);
        slow.tidy();
      }
      World.Arrival arrival = world.next();
      if (!seen.add(arrival.event().transactionId())) {
        continue;
      }

      // when
      Placed placed = quick.place(arrival.event(), arrival.at());

      // then
      if (slow.fromTheFuture(arrival.event(), arrival.at())) {
        assertThat(placed).isInstanceOf(Placed.FromTheFuture.class);
      } else if (slow.tooLate(arrival.event())) {
        assertThat(placed).isInstanceOf(Placed.TooLate.class);
      } else {
        counted++;
        Same.check(placed, slow.place(arrival.event()), "seed %d event %d: %s".formatted(seed, i, arrival));
      }
    }
    assertThat(counted).isGreaterThan(EVENTS / 2);
    assertThat(pages.largest()).isLessThan(LARGEST_PAGE);
  }

  private static VelocityPlan plan(long seed) {
    Duration grace = List.of(Duration.ofMinutes(5), Duration.ZERO, Duration.ofHours(1), Duration.ofSeconds(30))
        .get((int) (seed % 4));
    return new VelocityPlan(seed % 3 == 1 ? WINDOWS.subList(1, 3) : WINDOWS, List.of("device", "card", "ip"), grace,
        Duration.ofMinutes(2));
  }
}
