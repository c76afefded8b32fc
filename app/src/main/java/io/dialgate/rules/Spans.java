package io.dialgate.rules;

import java.util.ArrayList;
import java.util.List;

import io.dialgate.domain.policy.law.Measure.Hours.Span;

/** Reads the hours of a day: {@code closed}, or {@code 09:00-12:00 and 13:00-17:00}. */
final class Spans {

  private static final int SECONDS_OF_DAY = 86_400;

  private Spans() {}

  static List<Span> read(Spot spot) {
    var spans = new ArrayList<Span>();
    if (spot.text().equals("closed")) {
      return spans;
    }
    int earlier = -1;
    for (String text : spot.text().split(" and ", -1)) {
      int from = seconds(text.substring(0, 5));
      int to = seconds(text.substring(6));
      if (from < 0 || to < 0) {
        spot.fault("times from 00:00 to 24:00", text, "correct the time");
      } else if (from >= to) {
        spot.fault("a span that begins before it ends, on one day", text, "turn it round, or split it at 24:00");
      } else if (from <= earlier) {
        spot.fault("spans in order and apart from each other", spot.text(), "sort them, and join those that touch");
      } else {
        spans.add(new Span(from, to));
      }
      earlier = Math.max(earlier, to);
    }
    return spans;
  }

  /** Seconds of the day; less than nothing, if there is no such time. */
  private static int seconds(String time) {
    int hours = Integer.parseInt(time.substring(0, 2));
    int seconds = hours * 3600 + Integer.parseInt(time.substring(3)) * 60;
    return seconds <= SECONDS_OF_DAY ? seconds : -1;
  }
}
