/**
 * Taking turns: of several instances of one part, one works and the others stand by.
 *
 * <p>What belongs here: how a group of Kafka says whose turn it is, and nothing about what is done with it. Start reading at {@link
 * io.dialgate.wire.turn.Turns}.
 */
@NullMarked
package io.dialgate.wire.turn;

import org.jspecify.annotations.NullMarked;
