package io.dialgate.rules;

import java.time.Duration;

/** Reads durations such as {@code 5m}: a whole number and s, m, h or d, which is always 24 hours. */
final class Widths {

  private Widths() {}

  static Duration read(Spot spot) {
    String text = spot.text();
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
