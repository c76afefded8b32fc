package io.dialgate.bridge.delivery;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.dialgate.bridge.platform.Kind;

/**
 * One thing to tell to a destination.
 *
 * @param kind what it is
 * @param key names it, the same however often it is told: its idempotency key
 * @param subject what it is about: of two list changes about one number only the later counts
 * @param fields its values by the names of {@link Kind#fields}; absent ones are left out
 */
public record Item(Kind kind, String key, String subject, Map<String, JsonNode> fields) {

  public Item {
    fields = Map.copyOf(fields);
  }

  @Override
  public String toString() {
    return kind.id() + " " + key;
  }
}
