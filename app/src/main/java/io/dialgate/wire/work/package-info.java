/**
 * Work that goes on as long as the process: on a thread of its own, and by one of several instances at a time.
 *
 * <p>What belongs here: how a failure is waited out and told, and how a group of Kafka says whose turn it is; nothing about what
 * is done. Start reading at {@link io.dialgate.wire.work.Worker}.
 */
@NullMarked
package io.dialgate.wire.work;

import org.jspecify.annotations.NullMarked;
