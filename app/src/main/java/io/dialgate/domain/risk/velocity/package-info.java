/**
 * How fast a customer acts: exact tallies over windows that end at each event, over events that may arrive late.
 *
 * <p>A customer's events lie in a tree of small pages, ordered by time, with aggregates of what lies below; the values of its
 * attributes lie in hashed pages beside it. Pages are bytes behind a port, so that whoever keeps them (RocksDB, a map) knows
 * nothing of what they hold. Start reading at {@link io.dialgate.domain.risk.velocity.CustomerVelocities}.
 */
@NullMarked
package io.dialgate.domain.risk.velocity;

import org.jspecify.annotations.NullMarked;
