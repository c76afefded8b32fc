package io.dialgate.bridge.summary;

import java.time.Instant;

import io.dialgate.schemas.RunSummary;
import io.dialgate.schemas.Verdict;

/** Counts the decisions of one interval. For one thread. */
final class Tally {

  private long allowed;
  private long suppressed;
  private long recalled;
  private long unreadable;

  void count(Verdict verdict) {
    switch (verdict) {
      case ALLOW -> allowed++;
      case SUPPRESS -> suppressed++;
      case RECALL -> recalled++;
    }
  }

  void countUnreadable() {
    unreadable++;
  }

  /**
   * What it comes to.
   *
   * @param until not before {@code from}
   */
  RunSummary summary(Instant from, Instant until) {
    return new RunSummary(from + "/" + until, from, until, allowed + suppressed, allowed, suppressed, recalled,
        unreadable);
  }
}
