/**
 * The Merkle tree of the audit log, as RFC 6962 (section 2.1) and RFC 9162 (section 2.1) define it, over SHA-256.
 *
 * <p>What belongs here: what turns entries into leaf hashes and leaf hashes into a root, and what proves that an entry is in a
 * tree and a tree in a later one. It knows no topic, no record and no signature, so that a verifier can be built from it
 * alone. Everything may import this package; it imports nothing of ours. Start reading at
 * {@link io.dialgate.domain.audit.Frontier}, then {@link io.dialgate.domain.audit.Inclusion}.
 *
 * <p>The hashing classes reuse one message digest and are therefore confined to one thread each.
 */
@NullMarked
package io.dialgate.domain.audit;

import org.jspecify.annotations.NullMarked;
