/**
 * Sums up what the gate decides, one record an interval, for whoever wants figures and not decisions.
 *
 * <p>What belongs here: intervals and counts. A summary and the positions up to which it counts are written in one transaction;
 * how it is told to anybody is the outbox's matter. Start reading at {@link io.dialgate.bridge.summary.RunCounter}.
 */
@NullMarked
package io.dialgate.bridge.summary;

import org.jspecify.annotations.NullMarked;
