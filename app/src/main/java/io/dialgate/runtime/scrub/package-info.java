/**
 * Scrubs contact lists: asks the gate about every number, and certifies what came of it.
 *
 * <p>What belongs here: the job, its questions and their answers, and the audit entry that stands for them. Reading lists and
 * writing what is left of them is {@code lists}'. Only {@code cli} and {@code bench} may import this package. Start reading at
 * {@link io.dialgate.runtime.scrub.Scrub}.
 */
@NullMarked
package io.dialgate.runtime.scrub;

import org.jspecify.annotations.NullMarked;
