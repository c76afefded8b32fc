/**
 * The intake: every record is checked, read and placed before an application's own processor sees it. What cannot be taken goes
 * to {@code rejected-records}; what lies where it does not belong goes to the task where it does; what concerns every task goes
 * to all.
 *
 * <p>What comes in, and how it is keyed, is the application's to say: {@link io.dialgate.topology.intake.Inputs}. Start reading at {@link io.dialgate.topology.intake.IntakeProcessor}.
 */
@NullMarked
package io.dialgate.topology.intake;

import org.jspecify.annotations.NullMarked;
