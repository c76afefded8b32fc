package io.dialgate.topology.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.topology.GateObserver;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What an intake processor needs.
 *
 * @param prefix of the topics' names
 * @param partitions of every input
 * @param registry of the schemas
 * @param numbering reads numbers
 * @param clock the gate's own
 * @param observer counts
 */
public record Intake(String prefix, int partitions, SchemaRegistry registry, Numbering numbering, InstantSource clock,
    GateObserver observer) {

  /** Key, value and headers of a record together, in bytes. */
  public static final int MAX_RECORD_BYTES = 16 * 1024;

  /** How far a record's time may be ahead of the gate's clock. */
  public static final Duration MAX_AHEAD = Duration.ofHours(1);

  /** How often at most one source is reported for writing where its records do not belong. */
  public static final Duration NOTICE_EVERY = Duration.ofHours(1);

  /** A processor for the records that producers write. */
  public Supplier<IntakeProcessor> produced() {
    return () -> new IntakeProcessor(this, RawRecord::produced);
  }

  /** A processor for the records that tasks of ours send on. */
  public Supplier<IntakeProcessor> moved() {
    return () -> new IntakeProcessor(this, (record, at) -> RawRecord.moved(record));
  }
}
