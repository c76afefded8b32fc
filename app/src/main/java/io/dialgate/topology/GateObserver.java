package io.dialgate.topology;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Told what the gate does, so that somebody can count it. The topologies know only this port, never who counts.
 *
 * <p>Called from stream threads, several at once; an implementation is fast, never blocks and never throws. A transaction
 * that is aborted and done again is told again: these are figures for a dashboard, the topics are the truth.
 */
public interface GateObserver {

  /** Counts nothing. */
  GateObserver NONE = new GateObserver() {
  };

  /** A request was decided; the codes are those of all its findings. */
  default void decided(String verdict, Collection<String> codes) {}

  /** So many open allowances were recalled at once. */
  default void recalled(int allowances) {}

  /** A record came with a wrong key or on a wrong partition, from this source or platform, and was sent the right way. */
  default void rekeyed(String source) {}

  /** A record was rejected, with this error code. */
  default void rejected(String code) {}

  /** A request id came again, and was answered with what had been decided. */
  default void repeated() {}

  /** When the oldest allowance that is open on a partition was given; nothing if none is open, or the task has left. */
  default void oldestOpenAllowance(int partition, Optional<Instant> givenAt) {}
}
