package io.dialgate.topology;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Told what the gate does, so that somebody can count it. The topologies know only this port, never who counts. */
public interface GateObserver extends IntakeObserver {

  /** Counts nothing. */
  GateObserver NONE = new GateObserver() {
  };

  /** A request was decided; the codes are those of all its findings. */
  default void decided(String verdict, Collection<String> codes) {}

  /** So many open allowances were recalled at once. */
  default void recalled(int allowances) {}

  /** A request id came again, and was answered with what had been decided. */
  default void repeated() {}

  /** When the oldest allowance that is open on a partition was given; nothing if none is open, or the task has left. */
  default void oldestOpenAllowance(int partition, Optional<Instant> givenAt) {}
}
