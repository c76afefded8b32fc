package io.dialgate.domain.risk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;

import io.dialgate.domain.hash.Utf8;

/**
 * One transaction of a customer.
 *
 * @param transactionId names the transaction, in at most {@value #MAX_ID} bytes
 * @param interactionId the interaction in which it took place, in at most {@value #MAX_ID} bytes
 * @param customerId the customer, in at most {@value #MAX_ID} bytes
 * @param amount how much, in units of {@code currency}; bounded as {@link Amounts} says, and without needless zeros
 * @param currency ISO 4217: three capital letters
 * @param attributes what else is known of it, at most {@value #MAX_ATTRIBUTES}
 * @param occurredAt when it took place, by the sender's clock; windows end here, to the microsecond
 */
public record RiskEvent(String transactionId, String interactionId, String customerId, BigDecimal amount,
    String currency, Map<String, String> attributes, Instant occurredAt) {

  /** Bytes of an id, in UTF-8. */
  public static final int MAX_ID = 128;

  /** Attributes of one transaction. */
  public static final int MAX_ATTRIBUTES = 64;

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
  private static final String TIMES = "a time from %s to %s".formatted(FIRST, LAST);

  /**
   * Checks every bound, and keeps its own copies.
   *
   * @throws IllegalArgumentException if one is not kept to; the sentence says which
   */
  public RiskEvent {
    id("transactionId", transactionId);
    id("interactionId", interactionId);
    id("customerId", customerId);
    amount = Amounts.of(BigInteger.valueOf(Amounts.scaled(amount)));
    require(currency.length() == 3 && currency.chars().allMatch(it -> it >= 'A' && it <= 'Z'),
        "currency to be three capital letters such as USD", currency);
    require(attributes.size() <= MAX_ATTRIBUTES, "at most " + MAX_ATTRIBUTES + " attributes", attributes.size());
    require(!occurredAt.isBefore(FIRST) && occurredAt.isBefore(LAST), TIMES, occurredAt);
    attributes = Map.copyOf(attributes);
  }

  /** When it took place, in microseconds since 1970; what is finer is cut off. */
  public long micros() {
    return Math.addExact(Math.multiplyExact(occurredAt.getEpochSecond(), 1_000_000L), occurredAt.getNano() / 1_000);
  }

  private static void id(String name, String id) {
    if (id.isBlank()) {
      require(false, name + " not to be blank", "'" + id + "'");
    }
    int bytes = Utf8.bytes(id);
    // Sentences are only made where there is something to say: this is done for every event.
    if (bytes > MAX_ID) {
      require(false, "%s of at most %d bytes".formatted(name, MAX_ID), bytes + " bytes");
    }
  }

  private static void require(boolean kept, String expected, Object got) {
    if (!kept) {
      throw new IllegalArgumentException("expected %s, but got %s; correct it".formatted(expected, got));
    }
  }
}
