/**
 * A contact list that was scrubbed: its rows in two files, and the certificate of what was decided.
 *
 * <p>What belongs here: which row goes where ({@code Split}), what the certificate says and what proves it
 * ({@code Certificate}), and its check, which needs nothing but files and a key ({@code CertificateCheck}). Asking the gate is
 * {@code runtime.scrub}'s. Start reading at {@link io.dialgate.lists.scrub.Certificate}.
 */
@NullMarked
package io.dialgate.lists.scrub;

import org.jspecify.annotations.NullMarked;
