package io.dialgate.domain.gate;

import io.dialgate.domain.consent.NumberConsents;
import io.dialgate.domain.dnc.NumberEntries;

/**
 * All that the gate knows of one number.
 *
 * @param entries what is on the lists
 * @param consents what the person agreed to
 * @param history what was asked and allowed
 */
public record NumberState(NumberEntries entries, NumberConsents consents, DialHistory history) {

  /** A number of which nothing is known. */
  public static final NumberState NONE = new NumberState(NumberEntries.NONE, NumberConsents.NONE,
      DialHistory.NONE);

  NumberState with(DialHistory next) {
    return new NumberState(entries, consents, next);
  }

  NumberState with(NumberEntries next) {
    return new NumberState(next, consents, history);
  }

  NumberState with(NumberConsents next) {
    return new NumberState(entries, next, history);
  }
}
