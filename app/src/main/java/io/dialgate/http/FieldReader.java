package io.dialgate.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object. Whatever is wrong is refused by the field's path, what was expected there and what
 * came; text that came is not repeated, since it may be a number.
 *
 * @param json the object
 * @param path of the object, with its dot, or empty
 */
record FieldReader(JsonNode json, String path) {

  /** Bytes of an id and of a campaign. */
  static final int ID = 128;
  /** Bytes of any other text. */
  static final int TEXT = 64;
  /** Bytes of a word that tells one kind of call from another. */
  static final int WORD = 32;

  /** The fields of an object that may have these, and no others: a misspelt field must not be without effect. */
  static FieldReader of(JsonNode json, String path, Set<String> known) {
    String where = path.isEmpty() ? "" : path + ".";
    if (!json.isObject()) {
      throw Refusal.field(path.isEmpty() ? "body" : path, "an object", kind(json));
    }
    Iterator<String> names = json.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!known.contains(name)) {
        throw Refusal.field(where + (name.length() > TEXT ? "…" : name),
            "absent, or one of " + String.join(", ", known.stream().sorted().toList()), "an unknown field");
      }
    }
    return new FieldReader(json, where);
  }

  /** A text that must be there. */
  String text(String field, int maxBytes) {
    String text = optional(field, maxBytes);
    if (text == null || text.isBlank()) {
      throw Refusal.field(path + field, "a text of 1 to %d bytes".formatted(maxBytes),
          text == null ? "nothing" : "a blank one");
    }
    return text;
  }

  /** A text that may be absent or null. */
  @Nullable
  String optional(String field, int maxBytes) {
    JsonNode node = json.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      throw Refusal.field(path + field, "a text", kind(node));
    }
    int bytes = node.textValue().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > maxBytes) {
      throw Refusal.field(path + field, "a text of at most %d bytes".formatted(maxBytes), "%d bytes".formatted(bytes));
    }
    return node.textValue();
  }

  /** A text that has a default. */
  String textOr(String field, int maxBytes, String fallback) {
    String text = optional(field, maxBytes);
    return text == null ? fallback : text;
  }

  /** One of several words, or their default. */
  String oneOf(String field, List<String> words, String fallback) {
    String word = textOr(field, TEXT, fallback);
    if (!words.contains(word)) {
      throw Refusal.field(path + field, "one of " + String.join(", ", words), "another word");
    }
    return word;
  }

  /** A moment, or null. */
  @Nullable
  Instant moment(String field) {
    String text = optional(field, TEXT);
    try {
      return text == null ? null : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw Refusal.field(path + field, "a moment such as 2026-08-28T12:00:00Z", "another text");
    }
  }

  /** Yes, no, or absent, which is no. */
  boolean flag(String field) {
    JsonNode node = json.get(field);
    if (node == null || node.isNull()) {
      return false;
    }
    if (!node.isBoolean()) {
      throw Refusal.field(path + field, "true or false", kind(node));
    }
    return node.booleanValue();
  }

  /** The items of an array that must be there. */
  List<JsonNode> items(String field, int most) {
    JsonNode node = json.get(field);
    if (node == null || !node.isArray() || node.isEmpty() || node.size() > most) {
      throw Refusal.field(path + field, "an array of 1 to %d items".formatted(most),
          node != null && node.isArray() ? "%d items".formatted(node.size()) : kind(node));
    }
    return List.copyOf(node.valueStream().toList());
  }

  /** What something is, in a word. */
  static String kind(@Nullable JsonNode node) {
    if (node == null || node.isMissingNode()) {
      return "nothing";
    }
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case NUMBER -> "a number";
      case STRING -> "a text";
      case BOOLEAN -> "true or false";
      default -> "null";
    };
  }
}
