package io.dialgate.domain.policy.law;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.FindingCode;
import io.dialgate.domain.policy.law.Measure.Hours.Span;

/** Is it a holiday, in any zone where the phone may be? */
final class HolidaysCheck implements Check<Measure.NoHolidays> {

  private static final Week ALWAYS = new Week(Arrays.stream(DayOfWeek.values())
      .collect(Collectors.toMap(Function.identity(), _ -> List.of(new Span(0, 86_400)))));

  @Override
  public void examine(Provision provision, Measure.NoHolidays measure, Situation situation, Consumer<Finding> found) {
    OpenHours open = open(measure, situation.law());
    for (LocalMoment moment : situation.moments()) {
      if (open.isHoliday(moment.date())) {
        HolidayCalendar calendar = situation.law().calendar(measure.calendar());
        String day = calendar.days().getOrDefault(moment.date(),
            "a day that calendar " + calendar.id() + " does not know");
        found.accept(new Finding(FindingCode.HOLIDAY, provision.citation().text(),
            "%s (%s): %s; no calls".formatted(moment, provision.region(), day), null,
            open.openInAll(situation.places().zones(), situation.call().now())));
        return;
      }
    }
  }

  /** When the next holiday begins, within some time. */
  static Instant closes(Measure.NoHolidays measure, Situation situation, Instant until) {
    OpenHours open = open(measure, situation.law());
    Instant earliest = until;
    for (LocalMoment moment : situation.moments()) {
      earliest = open.closes(moment, situation.call().now(), earliest);
    }
    return earliest;
  }

  private static OpenHours open(Measure.NoHolidays measure, Law law) {
    return new OpenHours(ALWAYS, law.calendar(measure.calendar()), List.of());
  }
}
