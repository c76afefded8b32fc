package io.dialgate.wire.registry;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What one address of the registry said. */
sealed interface Answer {

  /** What was asked for. */
  record Found(JsonNode body) implements Answer {}

  /** The registry does not have it, and says so in its own format. */
  record Missing(String why) implements Answer {}

  /** The registry refuses what was posted: incompatible (409) or invalid (422). */
  record Refused(String why) implements Answer {}

  /** Nothing that means anything: no connection, no answer in time, an error of the server's, or not a registry. */
  record None(String why) implements Answer {}

  /** Reads statuses and bodies; thread-safe. */
  ObjectMapper JSON = new ObjectMapper();

  /** Confluent's code for an id that is not registered; the registries that speak its API give it too. */
  int SCHEMA_NOT_FOUND = 40403;

  /**
   * What a status and a body mean.
   *
   * <p>A 404 counts as the registry's word on an id only if the body says that this schema is not there. With a wrong path in
   * the address everything is answered 404, by a proxy with a page and by Confluent's registry with {@code "error_code":404};
   * all records would be taken for poison.
   */
  static Answer of(int status, byte[] bytes) {
    JsonNode body;
    try {
      body = JSON.readTree(bytes);
    } catch (IOException e) {
      return new None("status %d and a body that is not JSON".formatted(status));
    }
    String message = "status %d, %s".formatted(status, body.path("message").asText("no message"));
    return switch (status) {
      case 200, 201 -> new Found(body);
      case 404 -> body.path("error_code").asInt() == SCHEMA_NOT_FOUND ? new Missing(message) : new None(message);
      case 409, 422 -> new Refused(message);
      default -> new None(message);
    };
  }
}
