package io.dialgate.runtime.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The oldest open allowance of each partition, and how old the oldest of all is right now. */
final class OldestAllowance {

  private final Map<Integer, Instant> givenAt = new ConcurrentHashMap<>();
  private final InstantSource clock;

  OldestAllowance(InstantSource clock) {
    this.clock = clock;
  }

  void report(int partition, Optional<Instant> oldest) {
    oldest.ifPresentOrElse(instant -> givenAt.put(partition, instant), () -> givenAt.remove(partition));
  }

  /** In seconds; 0 if none is open, or the records' clock is ahead of ours. */
  double ageInSeconds() {
    return givenAt.values().stream().min(Comparator.naturalOrder())
        .map(oldest -> Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1_000.0)).orElse(0.0);
  }
}
