/**
 * Interactive queries: what the gate's stores hold, asked of the instance that holds it.
 *
 * <p>What belongs here: finding the owner of a number, reading its stores, and asking another instance. What is done with the
 * answer is not decided here. A store is only read where its task is active: a standby, or one that is being restored, could
 * miss an opt-out, and so gives no answer. Start reading at {@link io.dialgate.query.NumberQuery}.
 */
@NullMarked
package io.dialgate.query;

import org.jspecify.annotations.NullMarked;
