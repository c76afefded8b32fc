/**
 * The Kafka Streams topologies, one package each: {@code gate} by number, {@code risk} by customer, {@code audit} by audit
 * partition; {@code intake}, through which every record of the first two passes; and {@code document}, for policies and models.
 *
 * <p>What belongs here: wiring, and shells around the domain: load, ask the domain, store, forward. No {@code if} about the
 * business. Start reading at {@link io.dialgate.topology.gate.GateTopology}.
 */
@NullMarked
package io.dialgate.topology;

import org.jspecify.annotations.NullMarked;
