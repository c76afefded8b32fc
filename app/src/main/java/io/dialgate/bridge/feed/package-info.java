/**
 * What is told to platforms, made of the records that Dialgate writes: one class for each kind, each a pure function from a
 * record to an item, or to nothing.
 *
 * <p>What belongs here: which records concern a destination, what of them it is told, and the key by which it can know the same
 * thing again. No connection, no clock. Start reading at {@link io.dialgate.bridge.feed.ListChanges}.
 */
@NullMarked
package io.dialgate.bridge.feed;

import org.jspecify.annotations.NullMarked;
