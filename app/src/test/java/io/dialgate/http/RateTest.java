package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.dialgate.domain.access.Caller;

class RateTest {

  private static final Caller ONE = new Caller("one", Set.of());
  private static final Caller OTHER = new Caller("other", Set.of());

  /** Where a JVM's nanoseconds begin says nothing. */
  private static final long BEGIN = -77_000_000_000L;

  private final Rate rate = new Rate(4);

  @Test
  void shouldAdmitTwoSecondsWorthAtOnceAndNoMore() {
    assertThat(admitted(ONE, 20, Duration.ZERO)).isEqualTo(8);
  }

  @Test
  void shouldAdmitOneMoreAsSoonAsItsShareOfASecondHasPassed() {
    // given
    admitted(ONE, 8, Duration.ZERO);

    // then
    assertThat(admitted(ONE, 1, Duration.ofMillis(250).minusNanos(1))).isZero();
    assertThat(admitted(ONE, 2, Duration.ofMillis(250))).isEqualTo(1);
  }

  @Test
  void shouldSaveUpNoMoreThanTwoSecondsWorth() {
    // given
    admitted(ONE, 8, Duration.ZERO);

    // then
    assertThat(admitted(ONE, 20, Duration.ofDays(1))).isEqualTo(8);
  }

  @Test
  void shouldTakeNothingFromAnotherCaller() {
    // given
    admitted(ONE, 20, Duration.ZERO);

    // then
    assertThat(admitted(OTHER, 20, Duration.ZERO)).isEqualTo(8);
  }

  /** How many of so many requests are admitted so long after the beginning. */
  private long admitted(Caller caller, int requests, Duration since) {
    return IntStream.range(0, requests).filter(_ -> rate.admits(caller, BEGIN + since.toNanos())).count();
  }
}
