/**
 * The Kafka Streams topologies, one package each: {@code gate} by number, {@code audit} by audit partition; and {@code intake},
 * through which every record of the gate's inputs passes.
 *
 * <p>What belongs here: wiring, and shells around the domain: load, ask the domain, store, forward. No {@code if} about the
 * business. Start reading at {@link io.dialgate.topology.gate.GateTopology}.
 */
@NullMarked
package io.dialgate.topology;

import org.jspecify.annotations.NullMarked;
