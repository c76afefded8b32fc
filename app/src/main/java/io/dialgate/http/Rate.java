package io.dialgate.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.access.Caller;

/**
 * How many requests each caller may send: a bucket a caller, filled evenly, that holds two seconds' worth. There are as many
 * buckets as keys. Safe for several threads.
 */
final class Rate {

  private static final double NANOS = 1e9;
  private static final int BURST_SECONDS = 2;

  private final double aSecond;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  private record Bucket(double tokens, long at, boolean taken) {}

  Rate(int aSecond) {
    this.aSecond = aSecond;
  }

  /** Whether this caller may have one more request answered at this instant. */
  boolean admits(Caller caller, long nanoTime) {
    return buckets.compute(caller.name(), (_, before) -> next(before, nanoTime)).taken();
  }

  private Bucket next(@Nullable Bucket before, long now) {
    double most = aSecond * BURST_SECONDS;
    double tokens = before == null ? most : Math.min(most, before.tokens + (now - before.at) / NANOS * aSecond);
    return tokens >= 1 ? new Bucket(tokens - 1, now, true) : new Bucket(tokens, now, false);
  }
}
