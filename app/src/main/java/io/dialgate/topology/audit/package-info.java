/**
 * The audit's topology: every decision, recall, disposition and operator action is copied, once, to the log of its partition.
 *
 * <p>What belongs here: numbering entries without a gap and hashing them into the log's Merkle tree. Signing and proving are
 * done outside of transactions, by {@code ledger}. Start reading at {@link io.dialgate.topology.audit.AuditTopology}.
 */
@NullMarked
package io.dialgate.topology.audit;

import org.jspecify.annotations.NullMarked;
