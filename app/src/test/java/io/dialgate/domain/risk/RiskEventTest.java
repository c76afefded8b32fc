package io.dialgate.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an event may be, at both sides of every bound. */
class RiskEventTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00.123456789Z");

  @Test
  void shouldTakeWhatLiesAtEveryBound() {
    // given
    String id = "é".repeat(64);

    // when
    var event = new RiskEvent(id, id, id, new BigDecimal("99999999999999.9999"), "AZZ", attributes(64), NOON);

    // then
    assertThat(event.micros()).isEqualTo(1_788_264_000_123_456L);
    assertThat(event.attributes()).hasSize(64);
    assertThat(new RiskEvent("t", "i", "c", new BigDecimal("0E+7"), "USD", Map.of(), Instant.EPOCH).amount())
        .isEqualTo(BigDecimal.ZERO);
    assertThat(new RiskEvent("t", "i", "c", BigDecimal.ONE, "USD", Map.of(),
        Instant.parse("2199-12-31T23:59:59.999999Z")).micros()).isEqualTo(7_258_118_399_999_999L);
  }

  @ParameterizedTest
  @CsvSource({"' ', i, c, transactionId", "t, ' ', c, interactionId", "t, i, ' ', customerId"})
  void shouldRefuseBlankIds(String transaction, String interaction, String customer, String field) {
    // when / then
    assertThatThrownBy(() -> new RiskEvent(transaction, interaction, customer, BigDecimal.ONE, "USD", Map.of(), NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected %s not to be blank, but got ' '; correct it".formatted(field));
  }

  @Test
  void shouldRefuseIdsThatAreTooLong() {
    // given
    String id = "é".repeat(64) + "x";

    // when / then
    assertThatThrownBy(() -> new RiskEvent("t", "i", id, BigDecimal.ONE, "USD", Map.of(), NOON))
        .hasMessage("expected customerId of at most 128 bytes, but got 129 bytes; correct it");
  }

  @ParameterizedTest
  @CsvSource({"US", "USDX", "US@", "US[", "usd", "''"})
  void shouldRefuseWhatIsNoCurrency(String currency) {
    // when / then
    assertThatThrownBy(() -> new RiskEvent("t", "i", "c", BigDecimal.ONE, currency, Map.of(), NOON))
        .hasMessageStartingWith("expected currency to be three capital letters such as USD, but got " + currency);
  }

  @Test
  void shouldRefuseTooManyAttributes() {
    // when / then
    assertThatThrownBy(() -> new RiskEvent("t", "i", "c", BigDecimal.ONE, "USD", attributes(65), NOON))
        .hasMessage("expected at most 64 attributes, but got 65; correct it");
  }

  @ParameterizedTest
  @CsvSource({"1969-12-31T23:59:59.999999Z", "2200-01-01T00:00:00Z"})
  void shouldRefuseTimesThatNoClockTells(Instant at) {
    // when / then
    assertThatThrownBy(() -> new RiskEvent("t", "i", "c", BigDecimal.ONE, "USD", Map.of(), at))
        .hasMessage(
            "expected a time from 1970-01-01T00:00:00Z to 2200-01-01T00:00:00Z, but got " + at + "; correct it");
  }

  @ParameterizedTest
  @CsvSource({"-0.0001, at least 0", "100000000000000, below 100000000000000", "0.00001, at most 4 digits"})
  void shouldRefuseAmountsBeyondTheirBounds(BigDecimal amount, String sentence) {
    // when / then
    assertThatThrownBy(() -> Amounts.scaled(amount)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0.0001", "10000, 1", "120000, 12", "125000, 12.5", "1000000000000000, 100000000000"})
  void shouldWriteAmountsWithoutNeedlessZeros(long scaled, BigDecimal amount) {
    // when / then
    assertThat(Amounts.of(BigInteger.valueOf(scaled))).isEqualTo(amount);
    assertThat(Amounts.scaled(amount)).isEqualTo(scaled);
  }

  private static Map<String, String> attributes(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(it -> "a" + it, it -> "v"));
  }
}
