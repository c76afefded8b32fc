/**
 * The gate's intake: every record is checked, read and placed before the gate sees it. What cannot be taken goes to {@code
 * rejected-records}; what lies where it does not belong goes to the task where it does; what concerns every task goes to all.
 *
 * <p>Nothing here decides about a call. Start reading at {@link io.dialgate.topology.intake.IntakeProcessor}.
 */
@NullMarked
package io.dialgate.topology.intake;

import org.jspecify.annotations.NullMarked;
