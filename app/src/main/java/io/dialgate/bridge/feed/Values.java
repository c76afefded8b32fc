package io.dialgate.bridge.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Collects the values of an item; what is absent is left out. */
final class Values {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'")
      .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

  /** The country code of the countries whose numbers have ten digits behind it, and are written without it. */
  private static final String NORTH_AMERICA = "+1";
  private static final int NORTH_AMERICAN_LENGTH = 12;

  private final Map<String, JsonNode> fields = new HashMap<>();

  Values text(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fields.put(name, NODES.textNode(value));
    }
    return this;
  }

  Values number(String name, long value) {
    fields.put(name, NODES.numberNode(value));
    return this;
  }

  /** Null, and not left out, where it cannot be told: whoever expects the field finds it. */
  Values rate(String name, @Nullable Double value) {
    fields.put(name, value == null ? NODES.nullNode() : NODES.numberNode(value));
    return this;
  }

  Values object(String name, Map<String, String> values) {
    ObjectNode object = NODES.objectNode();
    values.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(entry -> object.put(entry.getKey(), entry.getValue()));
    fields.put(name, object);
    return this;
  }

  /** RFC 3339, UTC. */
  Values instant(String name, Optional<Instant> value) {
    value.ifPresent(instant -> text(name, instant.toString()));
    return this;
  }

  /** {@code 2026-09-01T15:00Z}. */
  Values minute(String name, Optional<Instant> value) {
    value.ifPresent(instant -> text(name, MINUTE.format(instant)));
    return this;
  }

  /** {@code 2026-09-01}, UTC. */
  Values day(String name, Instant value) {
    return text(name, DAY.format(value));
  }

  /** The number as E.164, as its digits, and, if it is of North America, as the ten digits that are dialled there. */
  Values phone(String e164) {
    text("number", e164).text("digits", e164.startsWith("+") ? e164.substring(1) : e164);
    return e164.startsWith(NORTH_AMERICA) && e164.length() == NORTH_AMERICAN_LENGTH
        ? text("national", e164.substring(NORTH_AMERICA.length()))
        : this;
  }

  Map<String, JsonNode> all() {
    return fields;
  }
}
