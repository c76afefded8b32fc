package io.dialgate.bridge.delivery;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.dialgate.bridge.platform.Profile;

/**
 * Where things are told.
 *
 * @param name for people, metrics and consumer groups: {@code cxone}
 * @param profile of its API
 * @param base the address before every path, without a slash at its end
 * @param parameters what the site has set, by the names that templates use
 */
public record Destination(String name, Profile profile, String base, Map<String, JsonNode> parameters) {

  public Destination {
    parameters = Map.copyOf(parameters);
  }
}
