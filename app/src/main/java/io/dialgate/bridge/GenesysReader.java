package io.dialgate.bridge;

import java.time.DateTimeException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads EventBridge envelopes of Genesys Cloud: {@code version, id, detail-type, source, detail{topicName, version,
 * eventBody}}. Of the topics it understands {@code v2.detail.events.conversation.{id}.acw}.
 */
public final class GenesysReader {

  /** Characters of one event; EventBridge delivers none that is larger. */
  public static final int MAX_EVENT = 256 * 1024;

  private static final String AFTER_CALL_WORK = ".acw";
  private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  /**
   * Reads one event.
   *
   * @param text the envelope
   * @param where it was found, for the sentence about a malformed one: {@code FILE line N}
   */
  public GenesysEvent read(String text, String where) {
    try {
      if (text.length() > MAX_EVENT) {
        throw new Unfit("an event of at most %d characters".formatted(MAX_EVENT), text.length() + " characters");
      }
      JsonNode envelope = JSON.readTree(text);
      JsonNode detail = envelope.path("detail");
      String topic = required(detail, "detail.", "topicName");
      return topic.endsWith(AFTER_CALL_WORK)
          ? afterCallWork(envelope, detail.path("eventBody"))
          : new GenesysEvent.Other(topic);
    } catch (Unfit e) {
      return new GenesysEvent.Malformed(e.getMessage() + " in " + where);
    } catch (JsonProcessingException e) {
      return new GenesysEvent.Malformed(
          "expected JSON, but got '%s' in %s".formatted(plain(e.getOriginalMessage()), where));
    }
  }

  private static GenesysEvent afterCallWork(JsonNode envelope, JsonNode body) throws Unfit {
    String direction = required(body, "detail.eventBody.", "direction");
    String customer = switch (direction) {
      case "OUTBOUND" -> required(body, "detail.eventBody.", "dnis");
      case "INBOUND" -> required(body, "detail.eventBody.", "ani");
      default -> throw new Unfit("detail.eventBody.direction to be INBOUND or OUTBOUND", "'" + plain(direction) + "'");
    };
    return new GenesysEvent.AfterCallWork(required(envelope, "", "id"),
        required(body, "detail.eventBody.", "wrapupCode"), customer, optional(body, "userId"),
        optional(body, "conversationId"), time(envelope, body));
  }

  /** The event's own time, in milliseconds; else the envelope's, as text. */
  private static Instant time(JsonNode envelope, JsonNode body) throws Unfit {
    JsonNode own = body.path("eventTime");
    if (own.isIntegralNumber() && own.canConvertToLong()) {
      return Instant.ofEpochMilli(own.longValue());
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
      throw new Unfit("a text in " + path + field, parent.has(field) ? plain(parent.get(field).toString()) : "none");
    }
    return text;
  }

  private static @Nullable String optional(JsonNode parent, String field) {
    JsonNode value = parent.path(field);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
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
