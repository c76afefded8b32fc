package io.dialgate.runtime;

import java.time.InstantSource;

import org.apache.kafka.streams.Topology;

import io.dialgate.domain.gate.Gate;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.ListsOnlyPolicy;
import io.dialgate.domain.policy.Policy;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.numbering.place.NumberAtlas;
import io.dialgate.rules.BookDocuments;
import io.dialgate.runtime.settings.BuiltInPolicy;
import io.dialgate.runtime.settings.Role;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.topology.GateObserver;
import io.dialgate.topology.audit.AuditSettings;
import io.dialgate.topology.audit.AuditTopology;
import io.dialgate.topology.audit.CommittedLog;
import io.dialgate.topology.gate.GateInputs;
import io.dialgate.topology.gate.GateSettings;
import io.dialgate.topology.gate.GateTopology;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * The topology of each role.
 *
 * @param settings what was set
 * @param registry of the schemas
 * @param partitions that the inputs have
 * @param clock the gate's and the log's own
 * @param observer counts what the gate does
 * @param committed is asked by the log's tasks when they start
 */
public record Topologies(Settings settings, SchemaRegistry registry, int partitions, InstantSource clock,
    GateObserver observer, CommittedLog committed) {

  /** The topology of this role. */
  public Topology of(Role role) {
    return switch (role) {
      case GATE -> new GateTopology(gate()).build();
      case AUDIT -> new AuditTopology(
          new AuditSettings(settings.topics().prefix(), settings.audit().origin(), registry, clock, committed)).build();
      case RISK -> throw new IllegalArgumentException("expected a role that this version can run, but got " + role);
    };
  }

  private GateSettings gate() {
    var limits = new Limits(settings.gate().allowanceValidity(), settings.gate().requestMaxAge());
    var documents = new BookDocuments();
    var inputs = new GateInputs(settings.topics().prefix(), registry, new LibPhoneNumbering(), documents,
        limits.requestMaxAge());
    return new GateSettings(partitions, inputs, new Gate(new NumberAtlas(), limits, settings.gate().requestMemory()),
        limits, builtIn(documents, limits), clock, observer);
  }

  /** What is in force until a policy is published. */
  private Policy builtIn(BookDocuments documents, Limits limits) {
    return settings.gate().policy() == BuiltInPolicy.STANDARD
        ? documents.standard(limits.requestMaxAge())
        : ListsOnlyPolicy.of(limits.requestMaxAge());
  }
}
