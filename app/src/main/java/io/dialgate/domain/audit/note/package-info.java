/**
 * Signed tree heads: C2SP signed-note and tlog-checkpoint, over the platform's Ed25519.
 *
 * <p>What belongs here: reading and writing notes, keys' printed form, checking signatures. Private keys do not come here:
 * whoever signs lives outside of the domain, so that a verifier can be built without. It imports the tree's values and nothing
 * else of ours. Start reading at {@link io.dialgate.domain.audit.note.SignedNote}, then
 * {@link io.dialgate.domain.audit.note.SignedCheckpoint}.
 */
@NullMarked
package io.dialgate.domain.audit.note;

import org.jspecify.annotations.NullMarked;
