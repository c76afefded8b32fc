package io.dialgate.bridge.feed;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A record, as a feed sees it.
 *
 * @param <V> the topic's values
 * @param key its key; empty if it has none
 * @param value null for a tombstone
 * @param place names it in all the world, for ever: topic, partition and offset
 * @param at the record's own time
 */
public record Mail<V>(String key, @Nullable V value, String place, Instant at) {}
