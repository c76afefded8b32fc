package io.dialgate.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.bridge.DataAction.Malformed;
import io.dialgate.bridge.DataAction.Transaction;
import io.dialgate.domain.risk.RiskEvent;

class DataActionReaderTest {

  private static final Instant NOW = Instant.parse("2026-09-01T15:00:00Z");
  private static final String PAYLOAD = """
      {"eventType": "transaction.created", "data": {"interactionId": "i-1", "transactionId": "t-1", "amount": 1200.50,
       "customerId": "c-1", "currency": "EUR", "timestamp": "2026-09-01T16:00:00.250001+02:00",
       "attributes": {"device": "d-1", "age": 42, "trusted": true, "note": null}, "extra": [1]}}""";

  private final DataActionReader reader = new DataActionReader();

  @Test
  void shouldReadEveryField() {
    // when
    DataAction action = reader.read(PAYLOAD, "in.jsonl line 1", NOW);

    // then
    assertThat(action).isEqualTo(new Transaction("transaction.created",
        new RiskEvent("t-1", "i-1", "c-1", new BigDecimal("1200.5"), "EUR",
            Map.of("device", "d-1", "age", "42", "trusted", "true"), Instant.parse("2026-09-01T14:00:00.250001Z")),
        true));
  }

  @Test
  void shouldTakeDollarsAndTheGivenTimeWhereThePayloadSaysNothing() {
    // given
    String payload = """
        {"eventType":"e","data":{"interactionId":7,"transactionId":8,"amount":0,"customerId":9}}""";

    // when
    DataAction action = reader.read(payload, "in.jsonl line 1", NOW);

    // then
    assertThat(action).isEqualTo(
        new Transaction("e", new RiskEvent("8", "7", "9", BigDecimal.ZERO, "USD", Map.of(), NOW), false));
  }

  /** Numbers that no binary fraction can hold, and such as would be rounded over an edge. */
  @ParameterizedTest
  @CsvSource({"10000.0001, 10000.0001", "0.1, 0.1", "99999999999999.9999, 99999999999999.9999",
      "9007199254740.9931, 9007199254740.9931", "1.2e4, 12000", "5.00000, 5", "\"12.5\", 12.5"})
  void shouldKeepAmountsExact(String written, String amount) {
    // when
    DataAction action = reader.read(PAYLOAD.replace("1200.50", written), "in.jsonl line 1", NOW);

    // then
    assertThat(action).isInstanceOfSatisfying(Transaction.class,
        it -> assertThat(it.event().amount()).isEqualTo(new BigDecimal(amount)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      1200.50         | -1                | expected an amount of at least 0 and below 100000000000000, but got -1
      1200.50         | 100000000000000   | below 100000000000000, but got 100000000000000; correct it in in.jsonl line 3
      1200.50         | 1e999999999       | expected
      1200.50         | 1e-999999999      | expected
      1200.50         | 0.00001           | expected an amount with at most 4 digits after the point, but got 0.00001
      1200.50         | "ten"             | expected a number in data.amount, but got "ten"; correct it in in.jsonl line 3
      1200.50         | null              | of at most 40 characters in data.amount, but got null
      "amount"        | "sum"             | of at most 40 characters in data.amount, but got none
      "t-1"           | ""                | expected a text in data.transactionId, but got ""
      "c-1"           | {}                | expected a text in data.customerId, but got {}
      "EUR"           | "euro"            | expected currency to be three capital letters such as USD, but got euro
      T16:00          | 16:00             | expected data.timestamp to be such as 2026-09-01T15:00:00.25Z, but got '2026-09-0116:00
      "d-1"           | ["d-1"]           | a text, a number or a truth value in data.attributes.device, but got ["d-1"]
      "data"          | "date"            | expected an object in data, but got none
      "eventType"     | "type"            | expected a text in eventType, but got none
      "extra"         | "amount"          | expected JSON, but got 'Duplicate field 'amount''
      }}              | }                 | expected JSON, but got
      }}              | }} {}             | expected JSON, but got
      """)
  void shouldSayWhatIsWrongAndWhere(String right, String wrong, String sentence) {
    // when
    DataAction action = reader.read(PAYLOAD.replace(right, wrong), "in.jsonl line 3", NOW);

    // then
    assertThat(action).isInstanceOfSatisfying(Malformed.class,
        it -> assertThat(it.message()).contains(sentence).endsWith("in in.jsonl line 3").doesNotContain("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7", "{\"eventType\":"})
  void shouldRefuseWhatIsNoPayload(String text) {
    // when / then
    assertThat(reader.read(text, "in.jsonl line 1", NOW)).isInstanceOf(Malformed.class);
  }

  @Test
  void shouldRefuseWhatIsTooLarge() {
    // given
    String large = PAYLOAD.replace("d-1", "d".repeat(DataActionReader.MAX_PAYLOAD));

    // when / then
    assertThat(reader.read(large, "in.jsonl line 1", NOW)).isInstanceOfSatisfying(Malformed.class,
        it -> assertThat(it.message()).startsWith("expected a payload of at most 16384 characters, but got "));
  }
}
