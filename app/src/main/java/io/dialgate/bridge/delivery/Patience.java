package io.dialgate.bridge.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often something is tried, and how long is waited in between.
 *
 * <p>After the n-th failure: a time drawn evenly from 0 to min(longest, first · 2^(n-1)) ("full jitter"), so that many who failed
 * together do not come back together.
 *
 * @param attempts at most
 * @param first the longest time after the first failure
 * @param longest the longest time after any failure
 */
public record Patience(int attempts, Duration first, Duration longest) {

  /** A destination that asks for more time than this is asked again after this. */
  public static final Duration LONGEST_ASKED_FOR = Duration.ofMinutes(5);

  private static final int MOST_DOUBLINGS = 20;

  /**
   * How long to wait.
   *
   * @param failure the first is 1
   */
  Duration after(int failure, RandomGenerator random) {
    long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(failure - 1, MOST_DOUBLINGS));
    return Duration.ofMillis(random.nextLong(bound + 1));
  }
}
