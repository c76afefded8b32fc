package io.dialgate.bridge.delivery;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or an HTTP-date. */
final class RetryAfter {

  private RetryAfter() {}

  /** How long is asked for, from 0 to {@link Patience#LONGEST_ASKED_FOR}; empty if nothing is, or nothing that can be read. */
  static Optional<Duration> of(HttpHeaders headers, Instant now) {
    return headers.firstValue("Retry-After").map(String::strip).flatMap(text -> read(text, now))
        .map(asked -> asked.isNegative() ? Duration.ZERO : asked)
        .map(asked -> asked.compareTo(Patience.LONGEST_ASKED_FOR) > 0 ? Patience.LONGEST_ASKED_FOR : asked);
  }

  private static Optional<Duration> read(String text, Instant now) {
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      return Optional.of(Duration.between(now,
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
