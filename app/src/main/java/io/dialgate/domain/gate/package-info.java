/**
 * The gate: what becomes of a request, an opt-out and an outcome, given what is known of the number.
 *
 * <p>Decide, then apply: every function here takes a state and an event, and returns the next state and the facts to tell; it
 * changes nothing and knows no clock. The shell that loads and stores is in {@code topology}. Start reading at {@link
 * io.dialgate.domain.gate.Gate}.
 */
@NullMarked
package io.dialgate.domain.gate;

import org.jspecify.annotations.NullMarked;
