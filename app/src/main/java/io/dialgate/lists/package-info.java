/**
 * Public Do-Not-Call registries: their files as they are delivered, and what they change.
 *
 * <p>What belongs here: what a set of files says ({@code Contents}), whether it may follow what we have ({@code Succession}),
 * and the changes that it comes to ({@code Plan}). {@code file} has the bytes, {@code layout} the lines, {@code merge} the
 * sorting. Broker and topics are {@code runtime.registry}'s. Start reading at {@link io.dialgate.lists.Contents}.
 */
@NullMarked
package io.dialgate.lists;

import org.jspecify.annotations.NullMarked;
