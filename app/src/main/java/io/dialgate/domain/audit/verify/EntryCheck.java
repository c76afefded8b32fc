package io.dialgate.domain.audit.verify;

import io.dialgate.domain.audit.NotProven;

/** Looks at each entry while a log is checked: what it says of itself, how far the check has come. */
@FunctionalInterface
public interface EntryCheck {

  /** Looks at nothing. */
  EntryCheck NONE = (index, entry) -> {};

  /**
   * Takes the next entry; its hash fits its tile.
   *
   * @param index counts 0, 1, 2 and so on
   * @param entry its exact bytes
   * @throws NotProven to end the check here
   */
  void check(long index, byte[] entry) throws NotProven;
}
