package io.dialgate.cli.policy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import io.dialgate.domain.policy.law.Measure;
import io.dialgate.domain.policy.law.Measure.Hours.Span;
import io.dialgate.domain.policy.law.Provision;
import io.dialgate.domain.policy.law.Week;

/** What a provision asks, in words. */
final class ProvisionWords {

  private ProvisionWords() {}

  static String of(Provision provision) {
    var about = new ArrayList<String>();
    add(about, provision.scope().callTypes());
    add(about, provision.scope().lines());
    add(about, provision.scope().dialModes());
    add(about, provision.scope().channels());
    return measure(provision.measure()) + (about.isEmpty() ? "" : "; for " + String.join(" by ", about));
  }

  private static void add(List<String> about, Collection<?> values) {
    if (!values.isEmpty()) {
      about.add(values.stream().map(value -> value.toString().toLowerCase(Locale.ROOT)).sorted()
          .collect(Collectors.joining("/")));
    }
  }

  private static String measure(Measure measure) {
    return switch (measure) {
      case Measure.Hours hours -> "hours " + week(hours.week())
          + (hours.calendar() == null
              ? ""
              : ", holidays (%s) %s".formatted(hours.calendar(), spans(hours.holidayHours())))
          + (hours.alsoIn().isEmpty() ? "" : ", also in " + hours.alsoIn());
      case Measure.NoHolidays(String calendar) -> "no calls on holidays (%s)".formatted(calendar);
      case Measure.AttemptCap(int max, var window, boolean perSubject) ->
        "at most %d attempts in %s%s".formatted(max, window, perSubject ? " on one subject" : "");
      case Measure.FreshRegistry(String registry, var age) -> "copy of %s at most %s old".formatted(registry, age);
      case Measure.ConsentNeeded _ -> "permission needed";
      case Measure.Exemption(var by, var lasts, var from) ->
        "%s exempts from %s for %s".formatted(by, from, lasts == null ? "as long as it says" : lasts);
      case Measure.Revocation(boolean everyBrand) ->
        "a revocation reaches %s".formatted(everyBrand ? "every brand" : "its brand");
      case Measure.Protected(var numbers) -> "never " + numbers;
      case Measure.Emergency _ -> "emergency blocks bar calls";
      case Measure.Listed(var reason) -> "entries of " + reason;
    };
  }

  /** Neighbouring days with the same hours together: {@code Mon-Fri 09:00-18:00, Sat 10:00-17:00, Sun closed}. */
  private static String week(Week week) {
    var told = new StringJoiner(", ");
    DayOfWeek[] days = DayOfWeek.values();
    for (int first = 0; first < days.length;) {
      int last = first;
      while (last + 1 < days.length && week.on(days[last + 1]).equals(week.on(days[first]))) {
        last++;
      }
      told.add((last == first ? name(days[first]) : name(days[first]) + "-" + name(days[last])) + " "
          + spans(week.on(days[first])));
      first = last + 1;
    }
    return told.toString();
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static String spans(List<Span> spans) {
    return spans.isEmpty()
        ? "closed"
        : spans.stream().map(span -> time(span.from()) + "-" + time(span.to())).collect(Collectors.joining(" "));
  }

  private static String time(int second) {
    return second == 86_400 ? "24:00" : LocalTime.ofSecondOfDay(second).toString();
  }
}
