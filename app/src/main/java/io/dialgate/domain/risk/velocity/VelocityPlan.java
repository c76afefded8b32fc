package io.dialgate.domain.risk.velocity;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

import io.dialgate.domain.hash.Mark;

/**
 * What is counted of each customer. Pages that were written under one plan are of no use under another, so that every page's
 * key begins with its plan: a model with another plan starts to count when it comes into force.
 *
 * @param windows widths, in whole microseconds, shortest first
 * @param attributes names of attributes whose different values are counted
 * @param grace how far behind the customer's latest event an event may lie and be counted where it belongs
 * @param skew how far ahead of its arrival an event may claim to have happened
 */
public record VelocityPlan(List<Duration> windows, List<String> attributes, Duration grace, Duration skew) {

  /** Windows of one plan. */
  public static final int MAX_WINDOWS = 8;

  /** Attributes of one plan. */
  public static final int MAX_ATTRIBUTES = 8;

  /** The widest window. */
  public static final Duration MAX_WINDOW = Duration.ofDays(35);

  /** The narrowest window. */
  public static final Duration MIN_WINDOW = Duration.ofSeconds(1);

  /** The most of its shortest window that a plan's grace may be: it bounds what is remembered of one value. */
  public static final int MAX_GRACE_OF_SHORTEST = 60;

  /**
   * Checks every bound.
   *
   * @throws IllegalArgumentException if one is not kept to
   */
  public VelocityPlan {
    windows = List.copyOf(windows);
    attributes = List.copyOf(attributes);
    require(!windows.isEmpty() && windows.size() <= MAX_WINDOWS, "1 to " + MAX_WINDOWS + " windows", windows);
    require(List.copyOf(new TreeSet<>(windows)).equals(windows), "windows in order, shortest first", windows);
    require(windows.getFirst().compareTo(MIN_WINDOW) >= 0 && windows.getLast().compareTo(MAX_WINDOW) <= 0,
        "windows from %s to %s".formatted(MIN_WINDOW, MAX_WINDOW), windows);
    require(attributes.size() <= MAX_ATTRIBUTES && attributes.stream().distinct().count() == attributes.size(),
        "at most %d attributes, each once".formatted(MAX_ATTRIBUTES), attributes);
    Duration most = windows.getFirst().multipliedBy(MAX_GRACE_OF_SHORTEST);
    require(!grace.isNegative() && grace.compareTo(most) <= 0,
        "a grace of at most %d times the shortest window, %s".formatted(MAX_GRACE_OF_SHORTEST, most), grace);
    require(!skew.isNegative() && skew.compareTo(MAX_WINDOW) <= 0, "a skew from 0 to " + MAX_WINDOW, skew);
  }

  /** Names the plan in the keys of its pages: plans that count the same way have the same. */
  public long mark() {
    return Mark.of(List.of(windows, attributes, grace));
  }

  long longestMicros() {
    return micros(windows.getLast());
  }

  long graceMicros() {
    return micros(grace);
  }

  long skewMicros() {
    return micros(skew);
  }

  long[] windowMicros() {
    return windows.stream().mapToLong(VelocityPlan::micros).toArray();
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  private static void require(boolean kept, String expected, Object got) {
    if (!kept) {
      throw new IllegalArgumentException("expected %s, but got %s; correct the plan".formatted(expected, got));
    }
  }
}
