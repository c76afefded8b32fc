package io.dialgate.domain.risk.velocity;

import java.time.Instant;

/** What became of an event. */
public sealed interface Placed {

  /** It was counted where it belongs. */
  record Counted(Velocities velocities) implements Placed {}

  /**
   * It lies too far behind the customer's latest event, or in a time of which the bound on events made the customer's pages
   * forget. It was not counted, and is not to be scored.
   *
   * @param earliest the first time that would have been taken
   */
  record TooLate(Instant earliest) implements Placed {}

  /**
   * It claims to have happened too long after it arrived. It was not counted, did not move the customer's time, and is not to
   * be scored.
   *
   * @param latest the last time that would have been taken
   */
  record FromTheFuture(Instant latest) implements Placed {}
}
