package io.dialgate.domain.audit.verify;

import java.util.OptionalLong;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.SignedCheckpoint;

/** What came of checking a whole log. */
public sealed interface LogCheck {

  /**
   * Every byte is what the checkpoint commits to, and every known head is one of this log.
   *
   * @param signed the checkpoint
   */
  record Whole(SignedCheckpoint signed) implements LogCheck {}

  /**
   * The first thing that is not so.
   *
   * @param where the file, or the part of it
   * @param index the first entry that is concerned, where that is known
   * @param expected what had to be there; of two hashes, the one nearer to the signature
   * @param found what was there
   */
  record Broken(String where, OptionalLong index, String expected, String found) implements LogCheck {

    /** From the failure that ended the check. */
    public static Broken of(NotProven failure) {
      return new Broken(failure.where(), failure.index(), failure.expected(), failure.found());
    }
  }
}
