package io.dialgate.domain.risk.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.domain.risk.RiskEvent;

/** Each edge of what is counted, one at a time. */
class CustomerVelocitiesTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final VelocityPlan PLAN = new VelocityPlan(List.of(MINUTE, HOUR), List.of("device"),
      Duration.ofMinutes(5), Duration.ofSeconds(30));

  private final MapPages pages = new MapPages();
  private final CustomerVelocities velocities = CustomerVelocities.on(pages, PLAN, VelocityLimits.DEFAULT);

  @ParameterizedTest
  @CsvSource({"0, 2", "59999999, 2", "60000000, 1", "60000001, 1"})
  void shouldLeaveOutWhatLiesAtTheVeryBeginningOfAWindow(long microsLater, int count) {
    // given
    counted(NOON, "a");

    // when
    Velocities told = counted(NOON.plus(microsLater, ChronoUnit.MICROS), "a");

    // then
    assertThat(told.in(MINUTE).count()).isEqualTo(Tally.of(count, false));
    assertThat(told.in(HOUR).count()).isEqualTo(Tally.of(2, false));
    assertThat(told.in(MINUTE).distinct("device")).isEqualTo(Tally.of(1, false));
    assertThat(told.sinceLast()).isEqualTo(Duration.of(microsLater, ChronoUnit.MICROS));
  }

  @Test
  void shouldTellNoGapToAnEventThatNoWindowReaches() {
    // given
    counted(NOON, "a");

    // when / then
    assertThat(counted(NOON.plus(HOUR), "a").sinceLast()).isNull();
  }

  @Test
  void shouldScoreALateEventAtItsOwnTimeAndCountItWhereItBelongs() {
    // given
    counted(NOON, "a");
    counted(NOON.plusSeconds(50), "b");

    // when
    Velocities late = counted(NOON.plusSeconds(20), "c");
    Velocities next = counted(NOON.plusSeconds(70), "b");

    // then
    assertThat(late.in(MINUTE).count()).isEqualTo(Tally.of(2, false));
    assertThat(late.in(MINUTE).distinct("device")).isEqualTo(Tally.of(2, false));
    assertThat(late.sinceLast()).isEqualTo(Duration.ofSeconds(20));
    assertThat(next.in(MINUTE).count()).isEqualTo(Tally.of(3, false));
    assertThat(next.in(MINUTE).distinct("device")).isEqualTo(Tally.of(2, false));
  }

  @Test
  void shouldTellWhatLiesBeyondTheGraceAsTooLate() {
    // given
    counted(NOON, "a");
    Instant earliest = NOON.minus(PLAN.grace());

    // when
    Placed tooLate = place(earliest.minus(1, ChronoUnit.MICROS), NOON, "a");
    Placed justInTime = place(earliest, NOON, "a");

    // then
    assertThat(tooLate).isEqualTo(new Placed.TooLate(earliest));
    assertThat(justInTime).isInstanceOfSatisfying(Placed.Counted.class,
        it -> assertThat(it.velocities().in(HOUR).count()).isEqualTo(Tally.of(1, false)));
  }

  @Test
  void shouldNotLetAnEventFromTheFutureMoveTheCustomersTime() {
    // given
    counted(NOON, "a");
    Instant latest = NOON.plus(PLAN.skew());

    // when
    Placed future = place(latest.plus(1, ChronoUnit.MICROS), NOON, "a");
    Placed far = place(NOON.plus(365, ChronoUnit.DAYS), NOON, "a");
    Velocities next = counted(NOON.plusSeconds(1), "a");
    Placed atTheBound = place(latest, NOON, "a");

    // then
    assertThat(future).isEqualTo(new Placed.FromTheFuture(latest));
    assertThat(far).isInstanceOf(Placed.FromTheFuture.class);
    assertThat(next.in(MINUTE).count()).isEqualTo(Tally.of(2, false));
    assertThat(atTheBound).isInstanceOf(Placed.Counted.class);
  }

  @Test
  void shouldKeepCustomersAndPlansApart() {
    // given
    var other = new VelocityPlan(PLAN.windows(), List.of(), PLAN.grace(), PLAN.skew());
    counted(NOON, "a");

    // when
    Placed stranger = velocities.place(event("stranger", NOON, "a"), NOON);
    Placed otherPlan = CustomerVelocities.on(pages, other, VelocityLimits.DEFAULT).place(event("c", NOON, "a"), NOON);

    // then
    assertThat(List.of(stranger, otherPlan)).allSatisfy(it -> assertThat(it).isInstanceOfSatisfying(
        Placed.Counted.class, one -> assertThat(one.velocities().in(HOUR).count()).isEqualTo(Tally.of(1, false))));
  }

  @Test
  void shouldSumCurrenciesApartAndExactly() {
    // given
    velocities.place(event("c", "99999999999999.9999", "USD"), NOON);
    velocities.place(event("c", "99999999999999.9999", "USD"), NOON);

    // when
    Placed placed = velocities.place(event("c", "0.0001", "EUR"), NOON);

    // then
    assertThat(placed).isInstanceOfSatisfying(Placed.Counted.class, it -> {
      WindowTallies minute = it.velocities().in(MINUTE);
      assertThat(minute.sum("USD")).isEqualTo(new Tally(new BigDecimal("199999999999999.9998"), false));
      assertThat(minute.sum("EUR")).isEqualTo(new Tally(new BigDecimal("0.0001"), false));
      assertThat(minute.sums()).containsOnlyKeys("USD", "EUR");
    });
  }

  @Test
  void shouldForgetACustomerOnlyWhenNoWindowCanReachItAnyMore() {
    // given
    for (int i = 0; i < 5_000; i++) {
      counted(NOON.plusMillis(i), "device " + i);
    }
    Instant idle = NOON.plusMillis(4_999).plus(HOUR).plus(PLAN.grace());

    // when
    boolean early = velocities.forgetIfIdle("c", idle.minus(1, ChronoUnit.MICROS));
    int kept = pages.size();
    boolean then = velocities.forgetIfIdle("c", idle);

    // then
    assertThat(early).isFalse();
    assertThat(kept).isGreaterThan(5_000 / TimeTree.LEAF_ROWS + 5_000 / ValueTable.GROWS_AT);
    assertThat(then).isTrue();
    assertThat(pages.size()).isZero();
    assertThat(velocities.forgetIfIdle("unknown", idle)).isTrue();
  }

  @Test
  void shouldDeletePagesThatNoWindowReaches() {
    // given
    int inWindows = 4_000;

    // when
    int most = 0;
    for (int i = 0; i < 10 * inWindows; i++) {
      counted(NOON.plusMillis(i * 1_000L), "device " + i);
      most = Math.max(most, pages.size());
    }

    // then
    assertThat(most).isLessThan(inWindows / TimeTree.LEAF_ROWS + inWindows / ValueTable.SHRINKS_AT);
  }

  @Test
  void shouldRefuseAPageOfAnotherVersion() {
    // given
    counted(NOON, "a");
    pages.put(new PageKeys("c", PLAN.mark()).head(), new byte[]{9});

    // when / then
    assertThatThrownBy(() -> counted(NOON, "a")).isInstanceOf(IllegalStateException.class)
        .hasMessage("expected a velocity page of version 1, but got version 9; use the version that wrote it");
  }

  private Velocities counted(Instant at, String device) {
    return place(at, at, device) instanceof Placed.Counted(Velocities told) ? told : fail();
  }

  private static Velocities fail() {
    throw new AssertionError("expected the event to be counted");
  }

  private Placed place(Instant at, Instant arrivedAt, String device) {
    return velocities.place(event("c", at, device), arrivedAt);
  }

  private static RiskEvent event(String customer, Instant at, String device) {
    return new RiskEvent("t", "i", customer, BigDecimal.TEN, "USD", Map.of("device", device), at);
  }

  private static RiskEvent event(String customer, String amount, String currency) {
    return new RiskEvent("t", "i", customer, new BigDecimal(amount), currency, Map.of(), NOON);
  }
}
