/**
 * The outbox: one consumer group for each destination, which delivers what the topics say, and commits a position only when
 * everything before it has been delivered or put down elsewhere.
 *
 * <p>What belongs here: positions, waiting and giving up. A record that cannot be delivered goes to a topic from which it is tried
 * again later, and in the end to {@code rejected-records}; it never holds the gate up. Start reading at {@link
 * io.dialgate.bridge.outbox.Outbox}.
 */
@NullMarked
package io.dialgate.bridge.outbox;

import org.jspecify.annotations.NullMarked;
