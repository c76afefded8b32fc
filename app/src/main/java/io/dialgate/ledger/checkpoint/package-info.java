/**
 * The checkpointer: recomputes each log from what is committed on {@code audit}, keeps its tiles, and signs its tree heads.
 *
 * <p>What belongs here: when a head may be signed, and what is done before and after. It runs outside of every transaction;
 * what it signs is on the disk before, and on {@code audit-checkpoints} before anybody else is told. Start reading at
 * {@link io.dialgate.ledger.checkpoint.SignedLog}.
 */
@NullMarked
package io.dialgate.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
