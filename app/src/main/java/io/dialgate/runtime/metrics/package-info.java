/**
 * What can be measured while Dialgate runs: ours, Kafka's own, the JVM's.
 *
 * <p>What belongs here: Micrometer, and nothing but it. Names and units of our metrics stand in {@link
 * io.dialgate.runtime.metrics.MetricNames}; the topologies report through the port {@link
 * io.dialgate.topology.GateObserver} and know nothing of this package. Tag values that come from outside are bounded, so
 * that a broken producer cannot fill the memory. Start reading at {@link io.dialgate.runtime.metrics.Metrics}.
 */
@NullMarked
package io.dialgate.runtime.metrics;

import org.jspecify.annotations.NullMarked;
