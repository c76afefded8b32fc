package io.dialgate.domain.policy.law;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.dialgate.domain.policy.law.Measure.Hours.Span;

/**
 * The hours of each day of the week.
 *
 * @param days the spans of a day, in order and apart from each other; a day without an entry, or with an empty one, is closed
 */
public record Week(Map<DayOfWeek, List<Span>> days) {

  /** Keeps its own copy. */
  public Week {
    var copy = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    days.forEach((day, spans) -> copy.put(day, List.copyOf(spans)));
    days = copy;
  }

  public List<Span> on(DayOfWeek day) {
    return days.getOrDefault(day, List.of());
  }
}
