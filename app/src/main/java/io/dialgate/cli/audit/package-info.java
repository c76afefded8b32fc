/**
 * {@code dialgate audit}: verify, prove, look up and export what was decided.
 *
 * <p>What belongs here: where entries and tiles are read from, which keys are trusted, and the words for what was found.
 * What a proof is, is {@code domain.audit}'s. Start reading at {@link io.dialgate.cli.audit.AuditVerb}.
 */
@NullMarked
package io.dialgate.cli.audit;

import org.jspecify.annotations.NullMarked;
