package io.dialgate.topology.gate;

/**
 * When a task that has decided something asks for a commit.
 *
 * <p>A commit under exactly once costs some milliseconds, in which the thread decides nothing. While little arrives, that is
 * the time that a dialler waits, and so each tick commits; while much arrives, the commits of every tick would take most of
 * the thread, and the commit interval of Kafka Streams, which is longer, is left to do it.
 */
final class CommitPace {

  /** Records of one tick above which a task is busy. At ticks of 10 ms and six tasks: 15,000 records a second. */
  private static final int BUSY = 25;

  private int processed;

  void processed() {
    processed++;
  }

  /** Asked once a tick: whether there is something to commit that need not wait for more. */
  boolean isDue() {
    boolean due = processed > 0 && processed <= BUSY;
    processed = 0;
    return due;
  }
}
