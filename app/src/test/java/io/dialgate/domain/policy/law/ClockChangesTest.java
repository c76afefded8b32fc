package io.dialgate.domain.policy.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.domain.policy.law.Measure.Hours.Span;

/** Hours on the days on which clocks are set, second by second: the answer is what the clock on the wall says. */
class ClockChangesTest {

  @ParameterizedTest
  @CsvSource({"America/New_York, 2026-11-01, 00:30, 01:30", "America/New_York, 2026-11-01, 01:30, 02:30",
      "America/New_York, 2026-03-08, 01:30, 02:30", "America/New_York, 2026-03-08, 02:15, 02:45",
      "America/New_York, 2026-03-08, 02:30, 20:00", "Australia/Lord_Howe, 2026-04-05, 01:40, 01:50",
      "Australia/Lord_Howe, 2026-10-04, 02:10, 03:00", "Europe/London, 2026-10-25, 00:00, 24:00",
      "America/Chicago, 2026-11-01, 23:30, 24:00"})
  void shouldFindTheOpeningAndTheClosingThatASlowWalkFinds(String zoneId, String day, String from, String to) {
    // given
    ZoneId zone = ZoneId.of(zoneId);
    var hours = new OpenHours(always(new Span(second(from), second(to))), null, List.of());
    Instant begin = LocalDateTime.parse(day + "T00:00").minusHours(12).atZone(zone).toInstant();

    for (int minute = 0; minute < 60 * 48; minute += 5) {
      Instant at = begin.plus(Duration.ofMinutes(minute));
      boolean open = hours.isOpen(LocalMoment.of(zone, at));

      // when
      Instant opens = hours.openInAll(List.of(zone), at);
      Instant until = at.plus(Duration.ofHours(6));

      // then
      assertThat(opens).as("opens after %s", at).isEqualTo(walk(hours, zone, at, true));
      if (open) {
        Instant closes = hours.closes(LocalMoment.of(zone, at), at, until);
        Instant walked = walk(hours, zone, at, false);
        assertThat(closes).as("closes after %s", at).isEqualTo(walked.isAfter(until) ? until : walked);
        assertThat(hours.isOpen(LocalMoment.of(zone, closes.minus(1, ChronoUnit.MICROS)))).isTrue();
      }
    }
  }

  /** All changes are on whole minutes. */
  private static Instant walk(OpenHours hours, ZoneId zone, Instant from, boolean open) {
    Instant at = from;
    for (int i = 0; i < 60 * 72 && hours.isOpen(LocalMoment.of(zone, at)) != open; i++) {
      at = at.plus(Duration.ofMinutes(1));
    }
    return at;
  }

  private static Week always(Span span) {
    return new Week(Arrays.stream(DayOfWeek.values())
        .collect(Collectors.toMap(Function.identity(), _ -> List.of(span))));
  }

  private static int second(String time) {
    return time.equals("24:00") ? 86_400 : LocalTime.parse(time).toSecondOfDay();
  }
}
