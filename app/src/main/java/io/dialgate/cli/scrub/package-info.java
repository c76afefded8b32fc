/**
 * {@code dialgate scrub}: a contact list in, clean and rejected rows and a certificate out.
 *
 * <p>What belongs here: the verbs' options and the words for what was found. Rows are decided by the same stream as
 * calls, through {@code runtime.scrub}. Start reading at {@link io.dialgate.cli.scrub.ScrubVerb}.
 */
@NullMarked
package io.dialgate.cli.scrub;

import org.jspecify.annotations.NullMarked;
