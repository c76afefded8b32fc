package io.dialgate.topology.risk;

import java.time.Duration;
import java.time.InstantSource;

import io.dialgate.domain.risk.RiskModel;
import io.dialgate.domain.risk.velocity.VelocityLimits;
import io.dialgate.topology.RiskObserver;
import io.dialgate.topology.document.Documents;
import io.dialgate.topology.intake.Intake;
import io.dialgate.wire.record.RiskArrival;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What the risk topology is built from.
 *
 * @param partitions of every input
 * @param inputs what comes in
 * @param models reads models
 * @param limits the most that is kept of one customer
 * @param memory how long a transaction's answer is remembered
 * @param asking whether an external scorer is asked
 * @param clock the application's own
 * @param observer counts
 */
public record RiskSettings(int partitions, RiskInputs inputs, Documents<RiskModel> models, VelocityLimits limits,
    Duration memory, Asking asking, InstantSource clock, RiskObserver observer) {

  String prefix() {
    return inputs.prefix();
  }

  SchemaRegistry registry() {
    return inputs.registry();
  }

  Intake<RiskArrival> intake() {
    return new Intake<>(prefix(), partitions, registry(), inputs, clock, observer);
  }
}
