package io.dialgate.domain.risk.velocity;

import java.time.Instant;

import io.dialgate.domain.risk.RiskEvent;

/**
 * Counts customers' events, each at its own time: (t − w, t] for each window w of the plan.
 *
 * <p>An event is counted each time that it is given; who wants a transaction counted once remembers its answer. Everything is
 * kept in {@link VelocityPages}, so that an instance can be thrown away at any moment. Not for several threads.
 */
public interface CustomerVelocities {

  /** Counts on pages, of which nothing has to be there yet. */
  static CustomerVelocities on(VelocityPages pages, VelocityPlan plan, VelocityLimits limits) {
    return new PagedVelocities(plan, limits, pages);
  }

  /**
   * Counts an event, and tells the velocities at its own time, of all that is known by now.
   *
   * @param event what happened
   * @param arrivedAt when the broker took it: what the event's own time is held against
   */
  Placed place(RiskEvent event, Instant arrivedAt);

  /**
   * Forgets a customer whose latest event no window can hold any more; a customer that went on is left alone. An event from before
   * that comes after all finds a customer of which nothing is known.
   *
   * @param now the time up to which the stream has come
   * @return whether nothing is kept of the customer any more
   */
  boolean forgetIfIdle(String customerId, Instant now);
}
