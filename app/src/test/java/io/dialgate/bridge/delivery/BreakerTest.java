package io.dialgate.bridge.delivery;

import static io.dialgate.bridge.delivery.Delivering.flag;
import static io.dialgate.fake.FakeServer.answer;
import static io.dialgate.fake.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.junit.jupiter.api.Test;

import io.dialgate.bridge.platform.Profiles;
import io.dialgate.fake.FakeServer;

/** When calls are kept from a destination that fails. One call after the other, so that they can be counted. */
class BreakerTest {

  @Test
  void shouldOpenAfterExactlyTheLeastCallsThatItJudgesBy() throws Exception {
    // given
    try (var server = new FakeServer(status(500));
        var to = new Delivering(server.url().toString(), Profiles.cxoneGuide())) {

      // when
      to.deliver(flag(1));
      to.deliver(flag(2));
      State before = to.courier.gateway().state();
      to.deliver(flag(3));

      // then
      assertThat(server.requests()).hasSize(Delivering.MINIMUM_CALLS).hasSize(3 * Delivering.ATTEMPTS);
      assertThat(before).isEqualTo(State.CLOSED);
      assertThat(to.courier.gateway().state()).isEqualTo(State.OPEN);
    }
  }

  @Test
  void shouldStayClosedWhileLessThanHalfFail() throws Exception {
    // given
    var ok = status(204);
    var bad = status(500);
    try (var server = new FakeServer(bad, ok, ok, bad, ok, ok, bad, ok, ok, bad, ok, ok, bad, ok);
        var to = new Delivering(server.url().toString(), Profiles.cxoneGuide())) {

      // when
      for (int i = 0; i < 9; i++) {
        to.deliver(flag(i));
      }

      // then
      assertThat(server.requests()).hasSize(14);
      assertThat(to.courier.gateway().state()).isEqualTo(State.CLOSED);
    }
  }

  @Test
  void shouldLetTrialCallsThroughAfterAMinuteAndCloseWhenTheySucceed() throws Exception {
    // given
    var bad = status(500);
    try (var server = new FakeServer(bad, bad, bad, bad, bad, bad, bad, bad, bad, bad, bad, bad, status(204));
        var to = new Delivering(server.url().toString(), Profiles.cxoneGuide())) {
      to.deliver(flag(1));
      to.deliver(flag(2));
      to.deliver(flag(3));
      var openedAt = to.time.instant();

      // when
      for (int i = 0; i < Breakers.TRIAL_CALLS - 1; i++) {
        to.deliver(flag(10 + i));
      }
      State onTrial = to.courier.gateway().state();
      to.deliver(flag(30));

      // then
      assertThat(Duration.between(openedAt, to.time.instant())).isBetween(Breakers.OPEN, Breakers.OPEN.plusSeconds(1));
      assertThat(onTrial).isEqualTo(State.HALF_OPEN);
      assertThat(to.courier.gateway().state()).isEqualTo(State.CLOSED);
      assertThat(server.requests()).hasSize(Delivering.MINIMUM_CALLS + Breakers.TRIAL_CALLS);
    }
  }

  @Test
  void shouldOpenAgainWhenHalfOfTheTrialCallsFail() throws Exception {
    // given
    try (var server = new FakeServer(status(500));
        var to = new Delivering(server.url().toString(), Profiles.cxoneGuide())) {
      to.deliver(flag(1));
      to.deliver(flag(2));
      to.deliver(flag(3));

      // when
      to.deliver(flag(4));
      to.deliver(flag(5));
      State onTrial = to.courier.gateway().state();
      int tried = server.requests().size() - Delivering.MINIMUM_CALLS;
      to.deliver(flag(6));

      // then
      assertThat(onTrial).isEqualTo(State.HALF_OPEN);
      assertThat(tried).isEqualTo(2 * Delivering.ATTEMPTS);
      // Two more trial calls, another minute, and the two attempts that are left.
      assertThat(to.time.waited()).isGreaterThan(Breakers.OPEN.multipliedBy(2));
    }
  }

  @Test
  void shouldNotOpenForWhatIsNoFailureOfTheDestination() throws Exception {
    // given
    try (var server = new FakeServer(answer(404, ""));
        var to = new Delivering(server.url().toString(),
            Profiles.cxoneGuide())) {

      // when
      for (int i = 0; i < 3 * Delivering.MINIMUM_CALLS; i++) {
        to.deliver(flag(i));
      }

      // then
      assertThat(to.courier.gateway().state()).isEqualTo(State.CLOSED);
      assertThat(server.requests()).hasSize(3 * Delivering.MINIMUM_CALLS);
    }
  }

  @Test
  void shouldLeaveADestinationAloneForAllCallsOnceOneWasAskedTo() throws Exception {
    // given
    try (var server = new FakeServer(answer(503, "", Map.of("Retry-After", "20")), status(204));
        var to = new Delivering(server.url().toString(), Profiles.cxoneGuide())) {

      // when
      to.deliver(flag(1));
      Duration afterFirst = to.time.waited();
      to.deliver(flag(2));

      // then
      assertThat(afterFirst).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
      assertThat(to.time.waited()).isEqualTo(afterFirst);
    }
  }
}
