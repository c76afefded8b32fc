package io.dialgate.topology.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.PolicyDocuments;
import io.dialgate.topology.GateObserver;
import io.dialgate.wire.Topics;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What an intake processor needs.
 *
 * @param prefix of the topics' names
 * @param partitions of every input
 * @param registry of the schemas
 * @param numbering reads numbers
 * @param documents reads policies
 * @param limits what the gate is set to
 * @param clock the gate's own
 * @param observer counts
 */
public record Intake(String prefix, int partitions, SchemaRegistry registry, Numbering numbering,
    PolicyDocuments documents, Limits limits, InstantSource clock, GateObserver observer) {

  /** Key, value and headers of a record together, in bytes. */
  public static final int MAX_RECORD_BYTES = 16 * 1024;

  /** Key, value and headers of a policy document together, in bytes. */
  public static final int MAX_DOCUMENT_BYTES = 1 << 20;

  /** How far a record's time may be ahead of the gate's clock. */
  public static final Duration MAX_AHEAD = Duration.ofHours(1);

  /** How often at most one source is reported for writing where its records do not belong. */
  public static final Duration NOTICE_EVERY = Duration.ofHours(1);

  /** A processor for the records that producers write. */
  public Supplier<IntakeProcessor> produced() {
    return () -> new IntakeProcessor(this, RawRecord::produced, Sinks.GATE);
  }

  /** A processor for the records that tasks of ours send on. */
  public Supplier<IntakeProcessor> moved() {
    return () -> new IntakeProcessor(this, (record, at) -> RawRecord.moved(record), Sinks.GATE);
  }

  /** A processor for the records that concern every task, and that a task of its own sends on to them. */
  public Supplier<IntakeProcessor> spread() {
    return () -> new IntakeProcessor(this, RawRecord::produced, Sinks.SPREAD);
  }

  int maxBytes(String topic) {
    return topic.equals(Topics.POLICIES.name(prefix)) ? MAX_DOCUMENT_BYTES : MAX_RECORD_BYTES;
  }
}
