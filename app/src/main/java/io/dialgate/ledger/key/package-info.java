/**
 * The key that signs tree heads.
 *
 * <p>What belongs here: making, keeping and reading the Ed25519 key, and signing notes with it. What it signs, and whether it
 * may, is decided by the checkpointer. It imports the audit domain and nothing else of ours. Start reading at
 * {@link io.dialgate.ledger.key.KeyFile}.
 */
@NullMarked
package io.dialgate.ledger.key;

import org.jspecify.annotations.NullMarked;
