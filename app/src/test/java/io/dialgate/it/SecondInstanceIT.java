package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A second instance shares the work, and takes all of it when the first leaves. */
@OnEmbeddedGround
class SecondInstanceIT {

  /** A killed member is noticed after this: short, so that the test is. */
  private static final Map<String, String> NOTICED_SOON = Map.of("streams.main.consumer.session.timeout.ms", "4000",
      "streams.main.consumer.heartbeat.interval.ms", "1000");

  /** Nobody asks about numbers here, but whoever joins has to say where it could be asked. */
  private static final Map<String, String> NOWHERE = Map.of("DIALGATE_APPLICATION_SERVER", "127.0.0.1:1");

  private final Site site;

  SecondInstanceIT(Ground ground) {
    site = new Site(ground, "second", NOTICED_SOON);
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldLoseNothingWhenSecondInstanceJoinsAndEitherLeaves() throws Exception {
    // given
    var traffic = new GateTraffic(site, 11);
    UpProcess first = site.up("first");
    first.awaitReady();
    traffic.start();

    // when
    UpProcess second = site.up("second", NOWHERE);
    second.awaitReady();
    second.live(Duration.ofSeconds(2));
    assertThat(first.stop()).as("exit code of the first").isZero();
    second.live(Duration.ofSeconds(1));
    UpProcess third = site.up("third", NOWHERE);
    third.awaitReady();
    third.live(Duration.ofSeconds(2));
    second.kill();
    third.live(Duration.ofSeconds(6));
    traffic.stop();

    // then
    var expected = new GateExpected(traffic, site);
    expected.awaitSettled();
    var signed = new SignedLogs(site);
    signed.awaitAllSigned();
    assertThat(third.stop()).as("exit code of the third").isZero();
    expected.check();
    signed.checkHistory();
    signed.checkTiles(site.folder().resolve("third"));
  }
}
