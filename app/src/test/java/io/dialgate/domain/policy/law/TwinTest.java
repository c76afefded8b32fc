package io.dialgate.domain.policy.law;

import static io.dialgate.domain.policy.law.Calls.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.gate.Decision;
import io.dialgate.domain.gate.Verdict;

/**
 * The law against a twin that is slow and obviously right: it looks at the clock of every zone, and at every row, minute by
 * minute. Every seventh minute of a year in the build, every minute with {@code -Dlaw.year=true}.
 */
class TwinTest {

  private static final Instant BEGINNING = Instant.parse("2026-06-01T00:00:00Z");
  private static final int MINUTES = 365 * 24 * 60;
  private static final int STEP = Boolean.getBoolean("law.year") ? 1 : 7;
  private static final int RETRIES = 300;

  /** Places whose rows and zones differ: on both sides of a zone's border, with and without summer time, over the date line. */
  static Stream<Calls> calls() {
    return Stream.of(Calls.to("US-AL", "America/Chicago"), Calls.to("US-RI", "America/New_York"),
        Calls.to("US-TX", "America/Chicago", "America/Denver"), Calls.to("US-MS", "America/Chicago"),
        Calls.to("US-FL", "America/New_York", "America/Chicago"),
        Calls.to("US-AZ", "America/Phoenix", "America/Denver"),
        Calls.to("US-HI", "Pacific/Honolulu"),
        Calls.to("US-NE", "America/Chicago").saying(null, "prerecorded", null, null)
            .agreed(Consents.permission()),
        Calls.to("CA", "America/St_Johns", "America/Vancouver"), Calls.to("GB", "Europe/London"),
        Calls.to("AU", "Australia/Sydney", "Australia/Perth", "Australia/Lord_Howe"),
        Calls.to("AU", "Australia/Adelaide").saying("research", null, null, null));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void shouldBlockExactlyWhenTheTwinDoes(Calls call) {
    for (int minute = 0; minute < MINUTES; minute += STEP) {
      Instant at = BEGINNING.plus(Duration.ofMinutes(minute));
      assertThat(call.blocks(at).isEmpty()).as("%s: free at %s", call, at).isEqualTo(isOpen(call, at));
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void shouldSayWhenToAskAgainAsTheTwinFindsByWalking(Calls call) {
    var random = new SplittableRandom(11);
    for (int i = 0; i < RETRIES; i++) {
      Instant at = BEGINNING.plus(Duration.ofMinutes(random.nextInt(MINUTES - 20_000)));
      Decision decision = call.decided(at);
      if (decision.verdict() == Verdict.SUPPRESS) {
        Instant retry = Objects.requireNonNull(decision.retryAt(), call + " at " + at);
        assertThat(retry).as("%s at %s", call, at).isEqualTo(walked(call, at));
        assertThat(call.blocks(retry)).isEmpty();
        assertThat(call.blocks(retry.minus(1, ChronoUnit.MICROS))).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void shouldLetNoAllowanceOutlastTheHours(Calls call) {
    var random = new SplittableRandom(12);
    for (int i = 0; i < 2_000; i++) {
      Instant at = BEGINNING.plus(Duration.ofSeconds(random.nextInt(MINUTES) * 60L + random.nextInt(60)));
      Decision decision = call.decided(at);
      if (decision.verdict() == Verdict.ALLOW) {
        Instant until = Objects.requireNonNull(decision.validUntil());
        Instant last = until.minus(1, ChronoUnit.MICROS);
        assertThat(call.blocks(last)).as("%s allowed at %s until %s", call, at, until).isEmpty();
        if (until.isBefore(at.plus(Calls.ALLOWANCE))) {
          assertThat(call.blocks(until)).as("%s allowed at %s until %s", call, at, until).isNotEmpty();
        }
      }
    }
  }

  private static Instant walked(Calls call, Instant from) {
    Instant at = from;
    while (!isOpen(call, at)) {
      at = at.plus(Duration.ofMinutes(1));
    }
    return at;
  }

  private static boolean isOpen(Calls call, Instant at) {
    for (Provision row : BOOK.provisions()) {
      if (applies(row, call) && !isKept(row, call.zones(), at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean applies(Provision row, Calls call) {
    boolean place = row.region().equals(call.country()) || call.regions().contains(row.region());
    return place && covers(row.scope().callTypes(), call.words().type() == null ? "solicitation" : call.words().type())
        && covers(row.scope().dialModes(), call.words().mode() == null ? "predictive" : call.words().mode())
        && covers(row.scope().channels(), "voice");
  }

  private static boolean covers(Set<String> named, String word) {
    return named.isEmpty() || named.contains(word);
  }

  private static boolean isKept(Provision row, List<ZoneId> zones, Instant at) {
    return switch (row.measure()) {
      case Measure.Hours hours -> Stream.concat(zones.stream(), hours.alsoIn().stream())
          .allMatch(zone -> isKept(hours, LocalDateTime.ofInstant(at, zone)));
      case Measure.NoHolidays(String calendar) -> zones.stream()
          .noneMatch(zone -> isHoliday(calendar, LocalDateTime.ofInstant(at, zone)));
      default -> true;
    };
  }

  private static boolean isKept(Measure.Hours hours, LocalDateTime local) {
    var spans = hours.calendar() != null && isHoliday(hours.calendar(), local)
        ? hours.holidayHours()
        : hours.week().on(local.getDayOfWeek());
    int second = local.toLocalTime().toSecondOfDay();
    return spans.stream().anyMatch(span -> span.from() <= second && second < span.to());
  }

  private static boolean isHoliday(String id, LocalDateTime local) {
    HolidayCalendar calendar = Objects.requireNonNull(BOOK.calendars().get(id));
    return calendar.days().containsKey(local.toLocalDate()) || local.toLocalDate().isBefore(calendar.from())
        || local.toLocalDate().isAfter(calendar.to());
  }
}
