package io.dialgate.topology.story;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that the gate wrote.
 *
 * @param <V> what it says
 * @param key as text; null if it has none
 * @param value null for a tombstone
 * @param time in milliseconds
 */
public record Written<V>(@Nullable String key, @Nullable V value, Headers headers, long time) {

  /** The value, which must not be a tombstone. */
  public V said() {
    if (value == null) {
      throw new AssertionError("expected a value under key " + key + ", but got a tombstone");
    }
    return value;
  }

  /** A header's text; null if there is none. */
  public @Nullable String header(String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
