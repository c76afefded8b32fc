package io.dialgate.bridge;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.dialgate.domain.risk.RiskEvent;

/**
 * Reads the payloads of CXone Data Actions: {@code eventType, data{interactionId, transactionId, amount, customerId,
 * attributes}}, and in {@code data} optionally a {@code currency} (USD without one) and an RFC 3339 {@code timestamp}.
 *
 * <p>An amount is a JSON number, or the same as text, and stays exact: it never becomes a binary fraction. Fields that are not
 * known are passed over, since a Data Action posts what its author likes.
 */
public final class DataActionReader {

  /** Characters of one payload: what the topic takes, in bytes, is no more. */
  public static final int MAX_PAYLOAD = 16 * 1024;

  private static final String USD = "USD";
  private static final int MAX_NUMBER = 40;
  private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

  /**
   * Reads one payload.
   *
   * @param text the payload
   * @param where it was found, for the sentence about a malformed one: {@code FILE line N}
   * @param otherwise when it happened, if it does not say so
   */
  public DataAction read(String text, String where, Instant otherwise) {
    try {
      if (text.length() > MAX_PAYLOAD) {
        throw new Unfit("a payload of at most %d characters".formatted(MAX_PAYLOAD), text.length() + " characters");
      }
      return transaction(JSON.readTree(text), otherwise);
    } catch (Unfit | IllegalArgumentException e) {
      return new DataAction.Malformed(plain(String.valueOf(e.getMessage()), 400) + " in " + where);
    } catch (JsonProcessingException e) {
      return new DataAction.Malformed(
          "expected JSON, but got '%s' in %s".formatted(plain(e.getOriginalMessage(), 120), where));
    }
  }

  private static DataAction transaction(JsonNode payload, Instant otherwise) throws Unfit {
    String eventType = text(payload, "", "eventType");
    JsonNode data = payload.path("data");
    if (!data.isObject()) {
      throw new Unfit("an object in data", told(payload, "data"));
    }
    boolean timed = present(data, "timestamp");
    return new DataAction.Transaction(eventType,
        new RiskEvent(text(data, "data.", "transactionId"), text(data, "data.", "interactionId"),
            text(data, "data.", "customerId"), amount(data),
            present(data, "currency") ? text(data, "data.", "currency") : USD, attributes(data.path("attributes")),
            timed ? time(text(data, "data.", "timestamp")) : otherwise),
        timed);
  }

  private static BigDecimal amount(JsonNode data) throws Unfit {
    JsonNode amount = data.path("amount");
    String text = amount.asText();
    if (text.length() <= MAX_NUMBER && (amount.isNumber() || amount.isTextual())) {
      try {
        return amount.isNumber() ? amount.decimalValue() : new BigDecimal(text);
      } catch (NumberFormatException e) {
        throw new Unfit("a number in data.amount", told(data, "amount"));
      }
    }
    throw new Unfit("a number of at most %d characters in data.amount".formatted(MAX_NUMBER), told(data, "amount"));
  }

  /** Attributes as text; an absent one and null are the same. */
  private static Map<String, String> attributes(JsonNode node) throws Unfit {
    if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
      throw new Unfit("an object in data.attributes", plain(node.toString(), 80));
    }
    var attributes = new HashMap<String, String>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isContainerNode()) {
        throw new Unfit("a text, a number or a truth value in data.attributes." + plain(field.getKey(), 40),
            plain(field.getValue().toString(), 80));
      }
      if (!field.getValue().isNull()) {
        attributes.put(field.getKey(), field.getValue().asText());
      }
    }
    return attributes;
  }

  private static Instant time(String text) throws Unfit {
    try {
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw new Unfit("data.timestamp to be such as 2026-09-01T15:00:00.25Z", "'" + plain(text, 80) + "'");
    }
  }

  /** A text, or a whole number, which some systems have for ids. */
  private static String text(JsonNode parent, String path, String field) throws Unfit {
    JsonNode value = parent.path(field);
    if ((value.isTextual() && !value.asText().isBlank()) || value.isIntegralNumber()) {
      return value.asText();
    }
    throw new Unfit("a text in " + path + field, told(parent, field));
  }

  private static boolean present(JsonNode parent, String field) {
    return parent.hasNonNull(field);
  }

  private static String told(JsonNode parent, String field) {
    return parent.has(field) ? plain(parent.get(field).toString(), 80) : "none";
  }

  private static String plain(String text, int most) {
    return text.substring(0, Math.min(text.length(), most)).replaceAll("\\p{Cntrl}", "?");
  }

  /** A part of the payload is not what it must be. */
  private static final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    Unfit(String expected, String got) {
      super("expected %s, but got %s; correct it".formatted(expected, got), null, false, false);
    }
  }
}
