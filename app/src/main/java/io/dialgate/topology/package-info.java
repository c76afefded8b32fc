/**
 * The Kafka Streams topologies.
 *
 * <p>What belongs here: how records flow, and the shells that call the domain's pure functions. What is counted on the way
 * leaves through {@link io.dialgate.topology.GateObserver}.
 */
@NullMarked
package io.dialgate.topology;

import org.jspecify.annotations.NullMarked;
