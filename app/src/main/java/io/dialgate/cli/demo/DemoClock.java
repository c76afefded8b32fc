package io.dialgate.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The demo's own time, so that the same is told at every hour: it stands still, but for a named tick between two acts. It only
 * ticks when everything that an act has caused was read back.
 */
final class DemoClock implements InstantSource {

  /** Three days after the sample change file: a Tuesday, 11 o'clock in New York. */
  static final Instant BEGINNING = Instant.parse("2026-09-01T15:00:00Z");

  /** Short enough that an allowance of one act is still open some acts later. */
  static final Duration BETWEEN_ACTS = Duration.ofMinutes(1);

  /** Written by the thread that plays the acts only. */
  private volatile Instant now = BEGINNING;

  @Override
  public Instant instant() {
    return now;
  }

  void tickBetweenActs() {
    now = now.plus(BETWEEN_ACTS);
  }
}
