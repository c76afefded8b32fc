package io.dialgate.bridge;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads EventBridge envelopes of Genesys Cloud: {@code version, id, detail-type, source, detail{topicName, version,
 * eventBody}}. Of the topics it understands {@code v2.detail.events.conversation.{id}.acw}; and the short form whose detail itself has
 * {@code wrapUpCode, ani, agentId, conversationId}.
 */
public final class GenesysReader {

  /** Characters of one event; EventBridge delivers none that is larger. */
  public static final int MAX_EVENT = 256 * 1024;

  /** Fewer digits are no number of a person: an extension, or the name of a queue. */
  private static final int LEAST_DIGITS = 7;
  private static final String AFTER_CALL_WORK = ".acw";
  private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  /**
   * Reads one event.
   *
   * @param text the envelope
   * @param where it was found, for the sentence about a malformed one: {@code FILE line N}
   * @param arrived when it did: the time of one that tells none, since a wish is not lost for want of a date
   */
  public GenesysEvent read(String text, String where, Instant arrived) {
    try {
      if (text.length() > MAX_EVENT) {
        throw new Unfit("an event of at most %d characters".formatted(MAX_EVENT), text.length() + " characters");
      }
      JsonNode envelope = JSON.readTree(text);
      JsonNode detail = envelope.path("detail");
      if (!detail.has("topicName") && detail.has("wrapUpCode")) {
        return afterCallWork(envelope, detail, "detail.", arrived);
      }
      String topic = required(detail, "detail.", "topicName");
      return topic.endsWith(AFTER_CALL_WORK)
          ? afterCallWork(envelope, detail.path("eventBody"), "detail.eventBody.", arrived)
          : new GenesysEvent.Other(topic);
    } catch (Unfit e) {
      return new GenesysEvent.Malformed(e.getMessage() + " in " + where);
    } catch (JsonProcessingException e) {
      return new GenesysEvent.Malformed(
          "expected JSON, but got '%s' in %s".formatted(plain(e.getOriginalMessage()), where));
    }
  }

  private static GenesysEvent afterCallWork(JsonNode envelope, JsonNode body, String path, Instant arrived)
      throws Unfit {
    return new GenesysEvent.AfterCallWork(required(envelope, "", "id"), codes(body, path), customer(body),
        agent(body), optional(body, "conversationId"), time(envelope, body, arrived));
  }

  /** The documented spelling, the other one, and a code that is an object with a name. */
  private static List<String> codes(JsonNode body, String path) throws Unfit {
    List<String> codes = new ArrayList<>();
    for (String field : List.of("wrapupCode", "wrapUpCode")) {
      JsonNode code = body.path(field);
      for (String text : Arrays.asList(optional(body, field), optional(code, "name"), optional(code, "id"))) {
        if (text != null) {
          codes.add(text);
        }
      }
    }
    if (codes.isEmpty()) {
      throw new Unfit("a text, or an object with a name, in " + path + "wrapupCode", told(body, "wrapupCode"));
    }
    return codes;
  }

  /**
   * Who was called, or who called. Empty if there is no telling: then nobody must guess, and the gate rejects the wish in the open,
   * with an alert. Without a direction there is no telling either, unless only one of the two is there.
   */
  private static String customer(JsonNode body) {
    String called = first(body, "dnis", "addressTo");
    String caller = first(body, "ani", "addressFrom");
    return switch (Objects.requireNonNullElse(optional(body, "direction"), "")) {
      case "OUTBOUND" -> called;
      case "INBOUND" -> caller;
      case "" -> called.isEmpty() ? caller : caller.isEmpty() ? called : "";
      default -> "";
    };
  }

  /** The first that has the digits of a number, as it came. */
  private static String first(JsonNode body, String... fields) {
    return Arrays.stream(fields).map(field -> optional(body, field)).filter(Objects::nonNull)
        .filter(text -> text.chars().filter(Character::isDigit).count() >= LEAST_DIGITS).findFirst().orElse("");
  }

  private static @Nullable String agent(JsonNode body) {
    String user = optional(body, "userId");
    return user == null ? optional(body, "agentId") : user;
  }

  /** The event's own time, in milliseconds; else the envelope's, as text; else that of its arrival. */
  private static Instant time(JsonNode envelope, JsonNode body, Instant arrived) throws Unfit {
    JsonNode own = body.path("eventTime");
    if (own.isIntegralNumber() && own.canConvertToLong()) {
      return Instant.ofEpochMilli(own.longValue());
    }
    if (!envelope.hasNonNull("time")) {
      return arrived;
    }
    String text = required(envelope, "", "time");
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Unfit("time to be such as 2026-09-01T15:00:00Z", "'" + plain(text) + "'");
    }
  }

  private static String required(JsonNode parent, String path, String field) throws Unfit {
    String text = optional(parent, field);
    if (text == null) {
      throw new Unfit("a text in " + path + field, told(parent, field));
    }
    return text;
  }

  private static @Nullable String optional(JsonNode parent, String field) {
    JsonNode value = parent.path(field);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
  }

  private static String told(JsonNode parent, String field) {
    return parent.has(field) ? plain(parent.get(field).toString()) : "none";
  }

  private static String plain(String text) {
    return text.substring(0, Math.min(text.length(), 80)).replaceAll("\\p{Cntrl}", "?");
  }

  /** A part of the event is not what it must be. */
  private static final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    Unfit(String expected, String got) {
      super("expected %s, but got %s".formatted(expected, got), null, false, false);
    }
  }
}
