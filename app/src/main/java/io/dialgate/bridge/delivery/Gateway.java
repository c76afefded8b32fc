package io.dialgate.bridge.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;

/**
 * The way to one destination: a breaker that keeps calls from one that fails, a limit of calls a second, and the time until which
 * it has asked to be left alone.
 */
public final class Gateway {

  /** How often those who wait look again. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final CircuitBreaker breaker;
  private final RateLimiter limiter;
  private final Clock clock;
  private final Pauses pauses;
  private volatile long heldUntilMillis;

  /**
   * An open way.
   *
   * @param name of the destination
   * @param minimumCalls calls within the window before the breaker judges; trial calls are judged by as many too, if they are
   *        fewer
   * @param open how long it stays open
   * @param perSecond calls a second, at most
   */
  public Gateway(String name, int minimumCalls, Duration open, int perSecond, Clock clock, Pauses pauses) {
    this.clock = clock;
    this.pauses = pauses;
    this.breaker = Breakers.of(name, minimumCalls, open, clock);
    this.limiter = RateLimiter.of(name, RateLimiterConfig.custom().limitForPeriod(perSecond).limitRefreshPeriod(SECOND)
        .timeoutDuration(Duration.ZERO).build());
  }

  /** Returns when a call may be made; one of {@link #succeeded}, {@link #failed} and {@link #undecided} has to follow. */
  void enter() throws InterruptedException {
    while (!mayEnter()) {
      pauses.pause(LOOK_AGAIN);
    }
  }

  /** The destination works. */
  void succeeded() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  /** It does not. */
  void failed(String why) {
    breaker.onError(0, TimeUnit.NANOSECONDS, new Failure(why));
  }

  /** The call says nothing about that. */
  void undecided() {
    breaker.releasePermission();
  }

  /** It has asked to be left alone for that time. */
  void hold(Duration asked) {
    heldUntilMillis = Math.max(heldUntilMillis, clock.millis() + asked.toMillis());
  }

  /** Whether calls are made, kept back, or tried. */
  public State state() {
    return breaker.getState();
  }

  /** What the breaker is told; it asks for an exception. */
  private static final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    Failure(String why) {
      super(why, null, false, false);
    }
  }

  private boolean mayEnter() {
    if (clock.millis() < heldUntilMillis || !breaker.tryAcquirePermission()) {
      return false;
    }
    if (limiter.acquirePermission()) {
      return true;
    }
    breaker.releasePermission();
    return false;
  }
}
