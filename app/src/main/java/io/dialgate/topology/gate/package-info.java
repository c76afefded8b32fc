/**
 * The gate's topology: the table of entries, the join of dial requests against it, allowances and recalls, all in one
 * sub-topology and one task a partition, so that nothing can slip between them. Start reading at {@link
 * io.dialgate.topology.gate.GateTopology}.
 */
@NullMarked
package io.dialgate.topology.gate;

import org.jspecify.annotations.NullMarked;
