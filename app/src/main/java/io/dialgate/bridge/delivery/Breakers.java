package io.dialgate.bridge.delivery;

import java.time.Clock;
import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

/** Makes the breakers that keep calls from what fails: all of them judge alike. */
public final class Breakers {

  /** What a breaker looks back on. */
  public static final Duration WINDOW = Duration.ofSeconds(30);
  /** Failures of a hundred calls at which it opens. */
  public static final float FAILURES_PERCENT = 50;
  /** How long it stays open. */
  public static final Duration OPEN = Duration.ofSeconds(60);
  /** Calls that are tried then, and decide whether it closes. */
  public static final int TRIAL_CALLS = 10;

  private Breakers() {}

  /**
   * A closed breaker.
   *
   * @param name of what is called
   * @param minimumCalls calls within the window before it judges; trial calls are judged by as many too, if they are fewer
   * @param open how long it stays open
   */
  public static CircuitBreaker of(String name, int minimumCalls, Duration open, Clock clock) {
    return CircuitBreaker.of(name,
        CircuitBreakerConfig.custom().slidingWindowType(SlidingWindowType.TIME_BASED)
            .slidingWindowSize((int) WINDOW.toSeconds()).failureRateThreshold(FAILURES_PERCENT)
            .minimumNumberOfCalls(minimumCalls).waitDurationInOpenState(open)
            .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS).clock(clock).build());
  }
}
