package io.dialgate.runtime;

import java.time.InstantSource;

import org.apache.kafka.streams.Topology;

import io.dialgate.domain.gate.Gate;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.ListsOnlyPolicy;
import io.dialgate.domain.policy.Policy;
import io.dialgate.domain.risk.velocity.VelocityLimits;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.numbering.place.NumberAtlas;
import io.dialgate.rules.BookDocuments;
import io.dialgate.runtime.settings.BuiltInPolicy;
import io.dialgate.runtime.settings.Role;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.topology.GateObserver;
import io.dialgate.topology.RiskObserver;
import io.dialgate.topology.audit.AuditSettings;
import io.dialgate.topology.audit.AuditTopology;
import io.dialgate.topology.audit.CommittedLog;
import io.dialgate.topology.gate.GateInputs;
import io.dialgate.topology.gate.GateSettings;
import io.dialgate.topology.gate.GateTopology;
import io.dialgate.topology.risk.Asking;
import io.dialgate.topology.risk.RiskInputs;
import io.dialgate.topology.risk.RiskSettings;
import io.dialgate.topology.risk.RiskTopology;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * The topology of each role.
 *
 * @param settings what was set
 * @param registry of the schemas
 * @param partitions that the inputs have
 * @param clock the gate's and the log's own
 * @param observers count what the topologies do
 * @param committed is asked by the log's tasks when they start
 */
public record Topologies(Settings settings, SchemaRegistry registry, int partitions, InstantSource clock,
    Observers observers, CommittedLog committed) {

  /** One for each topology that is counted. */
  public record Observers(GateObserver gate, RiskObserver risk) {

    /** Counts nothing. */
    public static final Observers NONE = new Observers(GateObserver.NONE, RiskObserver.NONE);
  }

  /** The topology of this role. */
  public Topology of(Role role) {
    return switch (role) {
      case GATE -> new GateTopology(gate()).build();
      case AUDIT -> new AuditTopology(
          new AuditSettings(settings.topics().prefix(), settings.audit().origin(), registry, clock, committed)).build();
      case RISK -> new RiskTopology(risk()).build();
      case BRIDGE -> throw new IllegalArgumentException("expected a role with a topology, but got " + role);
    };
  }

  private RiskSettings risk() {
    var inputs = new RiskInputs(settings.topics().prefix(), registry);
    return new RiskSettings(partitions, inputs, new RiskDocuments(), VelocityLimits.DEFAULT,
        settings.risk().transactionMemory(), asking(), clock, observers.risk());
  }

  private Asking asking() {
    return settings.risk().scorer().<Asking>map(it -> new Asking.Scorer(it.timeout(), it.maxWaiting()))
        .orElseGet(Asking.Nobody::new);
  }

  private GateSettings gate() {
    var limits = new Limits(settings.gate().allowanceValidity(), settings.gate().requestMaxAge());
    var documents = new BookDocuments();
    var inputs = new GateInputs(settings.topics().prefix(), registry, new LibPhoneNumbering(), documents,
        limits.requestMaxAge());
    return new GateSettings(partitions, inputs, new Gate(new NumberAtlas(), limits, settings.gate().requestMemory()),
        limits, builtIn(documents, limits), clock, observers.gate());
  }

  /** What is in force until a policy is published. */
  private Policy builtIn(BookDocuments documents, Limits limits) {
    return settings.gate().policy() == BuiltInPolicy.STANDARD
        ? documents.standard(limits.requestMaxAge())
        : ListsOnlyPolicy.of(limits.requestMaxAge());
  }
}
