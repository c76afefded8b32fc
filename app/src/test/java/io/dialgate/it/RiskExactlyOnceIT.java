package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;

/**
 * The application's process is killed in the middle of customers' transactions, at seeded moments, and started again on the same
 * folder.
 */
@OnEmbeddedGround
class RiskExactlyOnceIT {

  private final Site site;

  RiskExactlyOnceIT(Ground ground) {
    site = new Site(ground, "risk-crash", Map.of("roles", "risk,audit"));
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @EachSeed
  void shouldScoreEachTransactionOnceAndExactlyWhenKilledInMiddleOfTraffic(long seed) throws Exception {
    // given
    var kills = Kills.begin(site, seed);
    var traffic = new RiskTraffic(site, seed);
    traffic.start();

    // when
    kills.killAtWork();
    kills.killAtStart();
    kills.startAgain();
    kills.work();
    traffic.stop();

    // then
    var expected = new RiskExpected(traffic, site);
    expected.awaitSettled();
    assertThat(kills.stop()).as("exit code").isZero();
    expected.check();
  }
}
