package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;

/**
 * The application's process is killed in the middle of traffic, at seeded moments of its life, and started again on the same
 * folder.
 */
@OnEveryGround
class ExactlyOnceIT {

  private final Site site;

  ExactlyOnceIT(Ground ground) {
    site = new Site(ground, "crash");
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @EachSeed
  void shouldLoseNothingAndTellNothingTwiceWhenKilledInMiddleOfTraffic(long seed) throws Exception {
    // given
    var kills = Kills.begin(site, seed);
    var traffic = new GateTraffic(site, seed);
    traffic.start();

    // when
    kills.killAtWork();
    kills.killAtStart();
    kills.startAgain();
    kills.work();
    traffic.stop();

    // then
    var expected = new GateExpected(traffic, site);
    expected.awaitSettled();
    var signed = new SignedLogs(site);
    signed.awaitAllSigned();
    assertThat(kills.stop()).as("exit code").isZero();
    expected.check();
    signed.checkHistory();
    signed.checkTiles(kills.folder());
  }
}
