package io.dialgate.topology.gate;

import io.dialgate.domain.gate.Gate;
import io.dialgate.domain.policy.Policy;
import io.dialgate.topology.intake.Intake;

/**
 * What the gate's topology is built from.
 *
 * @param intake how records come in: topics, schemas, numbers, the clock
 * @param gate what becomes of them
 * @param builtIn the policy that is in force until one is published
 */
public record GateSettings(Intake intake, Gate gate, Policy builtIn) {}
