package io.dialgate.domain.policy.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.domain.gate.Decision;
import io.dialgate.domain.hash.Mark;
import io.dialgate.domain.policy.Attempt;
import io.dialgate.domain.policy.Case;

/** Caps, at their edges and against a brute-force count. */
class CapsTest {

  private static final Instant NOON = Instant.parse("2027-02-24T17:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);

  @ParameterizedTest
  @CsvSource({"US-FL, America/New_York", "US-MD, America/New_York", "US-OK, America/Chicago"})
  void shouldRefuseTheFourthAttemptOfADay(String state, String zone) {
    // given
    Calls call = Calls.to(state, zone);

    // when, then
    assertThat(call.attempted(ago("PT1H", "PT2H")).blocks(NOON)).isEmpty();
    assertThat(call.attempted(ago("PT1H", "PT2H", "PT23H59M59.999999S")).blocks(NOON)).isNotEmpty()
        .containsOnly("ATTEMPT_CAP");
    assertThat(call.attempted(ago("PT1H", "PT2H", "PT24H")).blocks(NOON)).isEmpty();
  }

  @Test
  void shouldAllowAFourthAttemptWhereNoCapIs() {
    // when, then
    assertThat(Calls.to("US-NY", "America/New_York").attempted(ago("PT1H", "PT2H", "PT3H")).blocks(NOON)).isEmpty();
  }

  @Test
  void shouldAllowSevenCollectionCallsInSevenDays() {
    // given
    Calls call = Calls.to("US-NY", "America/New_York").saying("collections", null, null, null);
    var six = IntStream.range(1, 7).mapToObj(i -> attempt(Duration.ofHours(20L * i), "collections")).toList();
    var seven = Stream.concat(Stream.of(attempt(Duration.ofDays(7).minusNanos(1_000), "collections")), six.stream())
        .toList();

    // when, then
    assertThat(call.attempted(six).blocks(NOON)).isEmpty();
    assertThat(call.attempted(seven).blocks(NOON)).containsOnly("ATTEMPT_CAP");
    assertThat(Calls.to("US-NY", "America/New_York").attempted(seven).blocks(NOON)).isEmpty();
  }

  @Test
  void shouldTakeMoreThanItRemembersForTooMany() {
    // given: 64 collection calls within a day may have pushed out a solicitation
    var full = IntStream.range(0, Case.History.MAX_ATTEMPTS)
        .mapToObj(i -> attempt(Duration.ofMinutes(Case.History.MAX_ATTEMPTS - i), "collections")).toList();

    // when, then
    assertThat(Calls.to("US-FL", "America/New_York").attempted(full).blocks(NOON)).containsOnly("ATTEMPT_CAP");
    assertThat(Calls.to("US-FL", "America/New_York").attempted(full.subList(1, full.size())).blocks(NOON)).isEmpty();
  }

  @Test
  void shouldCountAsABruteForceListDoes() {
    // given
    var random = new SplittableRandom(5);
    Calls florida = Calls.to("US-FL", "America/New_York").saying(null, null, null, "s0");

    for (int i = 0; i < 20_000; i++) {
      List<Attempt> attempts = random(random);

      // when
      Decision decision = florida.attempted(attempts).decided(NOON);

      // then
      assertThat(decision.findings().isEmpty()).as("%s", attempts).isEqualTo(isFree(attempts, NOON));
      Instant retry = decision.retryAt();
      if (retry != null) {
        assertThat(isFree(attempts, retry)).as("%s at %s", attempts, retry).isTrue();
        Instant before = retry.minus(1, ChronoUnit.MICROS);
        assertThat(florida.attempted(attempts).blocks(before)).isNotEmpty();
      }
    }
  }

  /** At most three to the number, and at most three on the subject, in the 24 hours before. */
  private static boolean isFree(List<Attempt> attempts, Instant at) {
    return attempts.stream().filter(one -> one.at().isAfter(at.minus(DAY)) && !one.at().isAfter(at)).count() < 3;
  }

  private static List<Attempt> random(SplittableRandom random) {
    var attempts = new ArrayList<Attempt>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      attempts.add(new Attempt(NOON.minusSeconds(random.nextInt(2 * 86_400)),
          Mark.of(List.of("subject", "s" + random.nextInt(2))), null, null, null));
    }
    attempts.sort((one, other) -> one.at().compareTo(other.at()));
    return attempts;
  }

  private static List<Attempt> ago(String... before) {
    return Stream.of(before).map(Duration::parse).map(one -> attempt(one, null))
        .sorted((one, other) -> one.at().compareTo(other.at())).toList();
  }

  private static Attempt attempt(Duration before, @Nullable String type) {
    return new Attempt(NOON.minus(before), Mark.of(List.of("campaign", "spring")), type, null, null);
  }
}
