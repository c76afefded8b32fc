/**
 * Kafka Streams as Dialgate runs it: one application a role, exactly once, within a bounded memory.
 *
 * <p>What belongs here: configuration and life cycle. What the topologies do is theirs. Start reading at {@link
 * io.dialgate.runtime.streams.StreamsApp}.
 */
@NullMarked
package io.dialgate.runtime.streams;

import org.jspecify.annotations.NullMarked;
