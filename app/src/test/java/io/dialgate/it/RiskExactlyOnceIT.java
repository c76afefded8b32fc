package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The application's process is killed in the middle of customers' transactions, at seeded moments, and started again on the same
 * folder. {@code -Ddialgate.crash.seeds=N} runs N seeds, {@code -Ddialgate.crash.first=S} begins with seed S.
 */
@OnEmbeddedGround
class RiskExactlyOnceIT {

  private static final AtomicInteger SITES = new AtomicInteger();

  /** The longest time between a start and the moment of its kill, in milliseconds: longer than a start takes. */
  private static final int MAX_UNTIL_KILL = 5_000;

  /** The longest time of traffic between an instance's being ready and its end, in milliseconds. */
  private static final int MAX_OF_WORK = 1_500;

  private final Site site;

  RiskExactlyOnceIT(Ground ground) {
    site = new Site(ground, "risk-crash-" + SITES.incrementAndGet(), Map.of("roles", "risk,audit"));
  }

  static LongStream seeds() {
    long first = Long.getLong("dialgate.crash.first", 1);
    return LongStream.range(first, first + Integer.getInteger("dialgate.crash.seeds", 3));
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldScoreEachTransactionOnceAndExactlyWhenKilledInMiddleOfTraffic(long seed) throws Exception {
    // given
    var random = new Random(seed);
    var traffic = new RiskTraffic(site, seed);
    UpProcess working = site.up("data");
    working.awaitReady();
    traffic.start();

    // when
    working.live(Duration.ofMillis(random.nextInt(MAX_OF_WORK)));
    working.kill();
    UpProcess starting = site.up("data");
    starting.live(Duration.ofMillis(random.nextInt(MAX_UNTIL_KILL)));
    starting.kill();
    UpProcess last = site.up("data");
    last.awaitReady();
    last.live(Duration.ofMillis(random.nextInt(MAX_OF_WORK)));
    traffic.stop();

    // then
    var expected = new RiskExpected(traffic, site);
    expected.awaitSettled();
    assertThat(last.stop()).as("exit code").isZero();
    expected.check();
  }
}
