package io.dialgate.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import io.dialgate.domain.policy.law.HolidayCalendar;

/** Reads holiday calendars. */
final class CalendarReader {

  private CalendarReader() {}

  /** The calendars by their id. One in which a date is wrong has its fault, and may lack that date. */
  static Map<String, HolidayCalendar> read(Spot section) {
    var calendars = new LinkedHashMap<String, HolidayCalendar>();
    for (String id : section.fields()) {
      calendars.put(id, calendar(id, section.at(id)));
    }
    return calendars;
  }

  private static HolidayCalendar calendar(String id, Spot spot) {
    LocalDate from = spot.at("from").date();
    LocalDate to = spot.at("to").date();
    if (from == null || to == null) {
      return new HolidayCalendar(id, LocalDate.MIN, LocalDate.MIN, Map.of());
    }
    if (from.isAfter(to)) {
      spot.at("from").fault("a first day up to " + to, from.toString(), "correct from or to");
    }
    var days = new LinkedHashMap<LocalDate, String>();
    Spot holidays = spot.at("days");
    for (String text : holidays.fields()) {
      LocalDate day = Spot.date(text, holidays.at(text));
      if (day != null && (day.isBefore(from) || day.isAfter(to))) {
        holidays.at(text).fault("a day from %s to %s, which the calendar covers".formatted(from, to), text,
            "correct the date, or the calendar's from and to");
      }
      if (day != null) {
        days.put(day, holidays.text(text));
      }
    }
    return new HolidayCalendar(id, from, to, days);
  }
}
