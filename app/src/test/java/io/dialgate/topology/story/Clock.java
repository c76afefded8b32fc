package io.dialgate.topology.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The gate's clock, which stands still until it is told to move. */
final class Clock implements InstantSource {

  static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

  private Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  void move(Duration time) {
    now = now.plus(time);
  }
}
