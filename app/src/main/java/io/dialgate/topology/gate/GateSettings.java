package io.dialgate.topology.gate;

import java.time.InstantSource;

import io.dialgate.domain.gate.Gate;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.Policy;
import io.dialgate.topology.GateObserver;
import io.dialgate.topology.intake.Intake;
import io.dialgate.wire.record.Arrival;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What the gate's topology is built from.
 *
 * @param partitions of every input
 * @param inputs what comes in
 * @param gate what becomes of it
 * @param limits what the gate is set to
 * @param builtIn the policy that is in force until one is published
 * @param clock the gate's own
 * @param observer counts
 */
public record GateSettings(int partitions, GateInputs inputs, Gate gate, Limits limits, Policy builtIn,
    InstantSource clock, GateObserver observer) {

  String prefix() {
    return inputs.prefix();
  }

  SchemaRegistry registry() {
    return inputs.registry();
  }

  Intake<Arrival> intake() {
    return new Intake<>(prefix(), partitions, registry(), inputs, clock, observer);
  }
}
