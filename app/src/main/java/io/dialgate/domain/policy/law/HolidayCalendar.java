package io.dialgate.domain.policy.law;

import java.time.LocalDate;
import java.util.Map;

/**
 * Holidays by their dates: they are proclaimed, and no rule computes them.
 *
 * @param id names it within its document
 * @param from the first day about which it knows
 * @param to the last day about which it knows; a day outside is taken for a holiday, since nobody knows
 * @param days the holidays, and what they are called
 */
public record HolidayCalendar(String id, LocalDate from, LocalDate to, Map<LocalDate, String> days) {

  /** Keeps its own copy. */
  public HolidayCalendar {
    days = Map.copyOf(days);
  }

  public boolean knows(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
