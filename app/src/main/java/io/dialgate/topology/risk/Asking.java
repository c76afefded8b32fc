package io.dialgate.topology.risk;

import java.time.Duration;

/** Whether an external scorer is asked about each transaction. */
public sealed interface Asking {

  /** The rules alone score. */
  record Nobody() implements Asking {}

  /**
   * It is asked.
   *
   * @param within how long an assessment waits for it, and with it those of the task that were made later
   * @param most assessments of a task that wait at once; while as many do, the scorer is not asked about others
   */
  record Scorer(Duration within, int most) implements Asking {}
}
