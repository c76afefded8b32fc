package io.dialgate.domain.policy.law;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.FindingCode;
import io.dialgate.domain.policy.law.Measure.Hours.Span;

/** Is it an hour at which the person may be called, wherever the phone may be? */
final class HoursCheck implements Check<Measure.Hours> {

  @Override
  public void examine(Provision provision, Measure.Hours hours, Situation situation, Consumer<Finding> found) {
    OpenHours open = open(hours, situation.law());
    FindingCode first = closed(open, situation.moments(), null, provision, hours, situation, found);
    if (!hours.alsoIn().isEmpty()) {
      closed(open, also(hours, situation), first, provision, hours, situation, found);
    }
  }

  /** When the hours that are open now end, within some time. */
  static Instant closes(Measure.Hours hours, Situation situation, Instant until) {
    OpenHours open = open(hours, situation.law());
    Instant earliest = until;
    for (LocalMoment moment : situation.moments()) {
      earliest = open.closes(moment, situation.call().now(), earliest);
    }
    for (LocalMoment moment : also(hours, situation)) {
      earliest = open.closes(moment, situation.call().now(), earliest);
    }
    return earliest;
  }

  static OpenHours open(Measure.Hours hours, Law law) {
    return new OpenHours(hours.week(), hours.calendar() == null ? null : law.calendar(hours.calendar()),
        hours.holidayHours());
  }

  /** One finding of each code, from the first zone that gives it. */
  private static @Nullable FindingCode closed(OpenHours open, List<LocalMoment> moments,
      @Nullable FindingCode before, Provision provision, Measure.Hours hours,
      Situation situation, Consumer<Finding> found) {
    FindingCode last = before;
    for (LocalMoment moment : moments) {
      if (!open.isOpen(moment)) {
        FindingCode code = open.isHoliday(moment.date()) ? FindingCode.HOLIDAY : FindingCode.OUTSIDE_CALLING_HOURS;
        if (code != last) {
          Instant until = open.openInAll(zones(hours, situation), situation.call().now());
          found.accept(new Finding(code, provision.citation().text(), observed(open, moment, provision), null, until));
          last = code;
        }
      }
    }
    return last;
  }

  private static Set<ZoneId> zones(Measure.Hours hours, Situation situation) {
    var zones = new LinkedHashSet<>(situation.places().zones());
    zones.addAll(hours.alsoIn());
    return zones;
  }

  private static List<LocalMoment> also(Measure.Hours hours, Situation situation) {
    return hours.alsoIn().stream().filter(zone -> !situation.places().zones().contains(zone))
        .map(zone -> LocalMoment.of(zone, situation.call().now())).toList();
  }

  private static String observed(OpenHours open, LocalMoment moment, Provision provision) {
    List<Span> spans = open.on(moment.date());
    String allowed = spans.isEmpty()
        ? "no calls"
        : "allowed " + spans.stream().map(span -> time(span.from()) + "-" + time(span.to()))
            .collect(Collectors.joining(", "));
    String day = open.calendar() != null && open.isHoliday(moment.date())
        ? open.calendar().days().getOrDefault(moment.date(), "a day that calendar " + open.calendar().id()
            + " does not know")
        : weekday(moment);
    return "%s (%s), %s; %s".formatted(moment, provision.region(), day, allowed);
  }

  private static String weekday(LocalMoment moment) {
    String name = moment.date().getDayOfWeek().name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String time(int second) {
    return second == 86_400 ? "24:00" : LocalTime.ofSecondOfDay(second).toString();
  }
}
