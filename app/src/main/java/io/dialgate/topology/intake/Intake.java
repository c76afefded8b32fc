package io.dialgate.topology.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import io.dialgate.topology.IntakeObserver;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What an intake processor needs.
 *
 * @param <A> what records say
 * @param prefix of the topics' names
 * @param partitions of every input
 * @param registry of the schemas
 * @param inputs what comes in
 * @param clock the application's own
 * @param observer counts
 */
public record Intake<A>(String prefix, int partitions, SchemaRegistry registry, Inputs<A> inputs, InstantSource clock,
    IntakeObserver observer) {

  /** Key, value and headers of a record together, in bytes. */
  public static final int MAX_RECORD_BYTES = 16 * 1024;

  /** Key, value and headers of a document together, in bytes. */
  public static final int MAX_DOCUMENT_BYTES = 1 << 20;

  /** How far a record's time may be ahead of the application's clock. */
  public static final Duration MAX_AHEAD = Duration.ofHours(1);

  /** How often at most one source is reported for writing where its records do not belong. */
  public static final Duration NOTICE_EVERY = Duration.ofHours(1);

  /** A processor for the records that producers write. */
  public Supplier<IntakeProcessor<A>> produced(Sinks sinks) {
    return () -> new IntakeProcessor<>(this, RawRecord::produced, sinks);
  }

  /** A processor for the records that tasks of ours send on. */
  public Supplier<IntakeProcessor<A>> moved(Sinks sinks) {
    return () -> new IntakeProcessor<>(this, (record, at) -> RawRecord.moved(record), sinks);
  }
}
