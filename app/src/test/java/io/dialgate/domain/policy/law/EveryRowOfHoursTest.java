package io.dialgate.domain.policy.law;

import static io.dialgate.domain.policy.law.Calls.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.policy.law.Measure.Hours.Span;

/** Every row of the shipped policy that has hours or holidays: just before, at and just after each edge, on each day, in each zone. */
class EveryRowOfHoursTest {

  /** A week without holidays anywhere, with clocks set in none of the zones. */
  private static final LocalDate MONDAY = LocalDate.of(2027, 2, 22);

  private static final int DAY = 86_400;

  private static final List<String> ZONES_US = List.of("America/New_York", "America/Chicago", "America/Denver",
      "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu");
  private static final List<String> ZONES_CA = List.of("America/St_Johns", "America/Toronto", "America/Vancouver");
  private static final List<String> ZONES_AU = List.of("Australia/Sydney", "Australia/Adelaide", "Australia/Perth",
      "Australia/Eucla");

  static Stream<Arguments> hours() {
    return BOOK.provisions().stream().filter(one -> one.measure() instanceof Measure.Hours)
        .flatMap(one -> zones(one.region()).map(zone -> Arguments.of(one.id(), zone, one)));
  }

  static Stream<Arguments> holidays() {
    return BOOK.provisions().stream().filter(one -> calendar(one.measure()) != null)
        .flatMap(one -> zones(one.region()).map(zone -> Arguments.of(one.id(), zone, one)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("hours")
  void shouldOpenAndCloseAtTheVeryMicrosecond(String id, String zone, Provision provision) {
    var hours = (Measure.Hours) provision.measure();
    if (!hours.alsoIn().isEmpty()) {
      return; // Its edges are those of two zones: see TwinTest.
    }
    Calls call = Calls.to(provision.region(), zone).in(provision.scope());
    for (int day = 0; day < 7; day++) {
      LocalDate date = MONDAY.plusDays(day);
      List<Span> spans = hours.week().on(date.getDayOfWeek());
      if (spans.isEmpty()) {
        assertThat(call.of(provision, at(date, 43_200, zone))).as("%s %s at noon", id, date.getDayOfWeek())
            .containsExactly("OUTSIDE_CALLING_HOURS");
      }
      for (Span span : spans) {
        if (span.from() > 0) {
          assertClosed(call, provision, at(date, span.from(), zone).minus(1, ChronoUnit.MICROS));
        }
        assertOpen(call, provision, at(date, span.from(), zone));
        assertOpen(call, provision, at(date, span.to(), zone).minus(1, ChronoUnit.MICROS));
        if (span.to() < DAY) { // A span that ends with the day may go on in the next.
          assertClosed(call, provision, at(date, span.to(), zone));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("holidays")
  void shouldKnowEveryHolidayFromItsFirstToItsLastMicrosecond(String id, String zone, Provision provision) {
    HolidayCalendar calendar = Objects.requireNonNull(BOOK.calendars().get(calendar(provision.measure())));
    Calls call = Calls.to(provision.region(), zone).in(provision.scope());
    boolean closed = !(provision.measure() instanceof Measure.Hours hours) || hours.holidayHours().isEmpty();
    for (LocalDate day : calendar.days().keySet()) {
      if (closed) {
        for (int second : List.of(0, 43_200, 86_399)) {
          assertThat(call.of(provision, at(day, second, zone))).as("%s on %s", id, day).contains("HOLIDAY");
        }
        assertThat(call.of(provision, at(day.plusDays(1), 0, zone).minus(1, ChronoUnit.MICROS))).as("%s on %s", id, day)
            .contains("HOLIDAY");
      }
      boolean alsoElsewhere = provision.measure() instanceof Measure.Hours hours && !hours.alsoIn().isEmpty();
      if (!alsoElsewhere && !calendar.days().containsKey(day.plusDays(1)) && calendar.knows(day.plusDays(1))) {
        assertThat(call.of(provision, at(day.plusDays(1), 43_200, zone))).as("%s after %s", id, day)
            .doesNotContain("HOLIDAY");
      }
    }
  }

  @Test
  void shouldTakeADayThatNoCalendarKnowsForAHoliday() {
    // given
    Calls call = Calls.to("US-PA", "America/New_York");

    // when, then
    assertThat(call.blocks(Instant.parse("2031-03-05T17:00:00Z"))).contains("HOLIDAY");
  }

  private static void assertOpen(Calls call, Provision provision, Instant at) {
    assertThat(call.of(provision, at)).as("%s at %s", provision.id(), at).isEmpty();
  }

  private static void assertClosed(Calls call, Provision provision, Instant at) {
    assertThat(call.of(provision, at)).as("%s at %s", provision.id(), at).containsExactly("OUTSIDE_CALLING_HOURS");
  }

  private static Instant at(LocalDate day, int second, String zone) {
    return day.atStartOfDay(ZoneId.of(zone)).plusSeconds(second).toInstant();
  }

  private static @Nullable String calendar(Measure measure) {
    return switch (measure) {
      case Measure.Hours hours -> hours.calendar();
      case Measure.NoHolidays(String calendar) -> calendar;
      default -> null;
    };
  }

  private static Stream<String> zones(String region) {
    return switch (Law.country(region)) {
      case "US" -> ZONES_US.stream();
      case "CA" -> ZONES_CA.stream();
      case "AU" -> ZONES_AU.stream();
      case "GB" -> Stream.of("Europe/London");
      default -> Stream.of("Asia/Singapore");
    };
  }
}
