package io.dialgate.domain.gate;

import io.dialgate.domain.dnc.NumberEntries;

/**
 * All that the gate knows of one number.
 *
 * @param entries what is on the lists
 * @param history what was asked and allowed
 */
public record NumberState(NumberEntries entries, DialHistory history) {

  /** A number of which nothing is known. */
  public static final NumberState NONE = new NumberState(NumberEntries.NONE, DialHistory.NONE);

  NumberState with(DialHistory next) {
    return new NumberState(entries, next);
  }

  NumberState with(NumberEntries next) {
    return new NumberState(next, history);
  }
}
