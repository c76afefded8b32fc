package io.dialgate.topology.audit;

import java.util.Optional;

/** What is committed of the logs, whatever a task believes. */
@FunctionalInterface
public interface CommittedLog {

  /** The last committed entry of a log; empty if it has none. It may still become a later one, never an earlier one. */
  Optional<Last> last(int log);

  /**
   * An entry.
   *
   * @param index its place in the log
   * @param leafHash of its bytes, 32 bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by content where it is compared.
  record Last(long index, byte[] leafHash) {}
}
