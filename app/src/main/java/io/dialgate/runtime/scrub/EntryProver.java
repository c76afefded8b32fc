package io.dialgate.runtime.scrub;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.verify.Prover.ProvenEntry;

/** Proves an entry of the audit, and waits for the head that covers it. */
@FunctionalInterface
public interface EntryProver {

  /**
   * One entry.
   *
   * @throws NotProven if the log does not prove it
   */
  ProvenEntry prove(int log, long index) throws NotProven;
}
