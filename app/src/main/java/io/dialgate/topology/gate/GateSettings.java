package io.dialgate.topology.gate;

import java.time.Duration;

import io.dialgate.domain.gate.Gate;
import io.dialgate.domain.policy.Policy;
import io.dialgate.topology.intake.Intake;

/**
 * What the gate's topology is built from.
 *
 * @param intake how records come in: topics, schemas, numbers, the clock
 * @param gate what becomes of them
 * @param builtIn the policy that is in force until one is published
 * @param commitInterval how soon a decision is committed while the gate is not busy
 */
public record GateSettings(Intake intake, Gate gate, Policy builtIn, Duration commitInterval) {}
