package io.dialgate.rules;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.law.Measure;
import io.dialgate.domain.policy.law.Measure.Hours;
import io.dialgate.domain.policy.law.Week;

/**
 * Reads calling hours: every day of the week has to be told, and told once, so that none is open or closed by oversight.
 *
 * @param calendars the ids of the document's calendars
 */
record HoursReader(Set<String> calendars) {

  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  Measure read(Spot hours) {
    var week = new EnumMap<DayOfWeek, List<Hours.Span>>(DayOfWeek.class);
    for (String name : hours.fields()) {
      Spot spot = hours.at(name);
      Set<DayOfWeek> days = days(name, spot);
      List<Hours.Span> spans = days.isEmpty() ? List.of() : Spans.read(spot);
      for (DayOfWeek day : days) {
        if (week.putIfAbsent(day, spans) != null) {
          spot.fault("each day of the week once", day(day) + " a second time", "take it out of one of the two");
        }
      }
    }
    checkWhole(week, hours);
    return new Hours(new Week(week), calendar(hours), hours.has("holidays")
        ? Spans.read(hours.at("holidays"))
        : List.of(), zones(hours.at("also-in")));
  }

  private static Set<DayOfWeek> days(String name, Spot spot) {
    if (name.equals("daily")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    int hyphen = name.indexOf('-');
    int first = DAYS.indexOf(hyphen < 0 ? name : name.substring(0, hyphen));
    int last = DAYS.indexOf(name.substring(hyphen + 1));
    if (first < 0 || last < 0) {
      return Set.of();
    }
    if (first > last || (hyphen >= 0 && first == last)) {
      spot.fault("a range of days in the order of the week, from mon to sun", name, "turn it round or split it");
      return Set.of();
    }
    return EnumSet.range(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1));
  }

  private static void checkWhole(Map<DayOfWeek, List<Hours.Span>> week, Spot hours) {
    List<String> missing = EnumSet.allOf(DayOfWeek.class).stream().filter(day -> !week.containsKey(day))
        .map(HoursReader::day).toList();
    if (!missing.isEmpty() && !hours.faults().anyIn(hours.pointer())) {
      hours.fault("hours for every day of the week", "none for " + String.join(", ", missing),
          "write closed where no call may be made");
    }
  }

  private static String day(DayOfWeek day) {
    return DAYS.get(day.getValue() - 1);
  }

  private @Nullable String calendar(Spot hours) {
    return hours.has("calendar") ? MeasureReader.calendar(hours.at("calendar"), calendars) : null;
  }

  private static List<ZoneId> zones(Spot list) {
    var zones = new ArrayList<ZoneId>();
    for (Spot item : list.items()) {
      try {
        zones.add(ZoneId.of(item.text()));
      } catch (DateTimeException e) {
        item.fault("an IANA time zone such as America/Chicago", "\"" + item.text() + "\"", "correct its name");
      }
    }
    return zones;
  }
}
