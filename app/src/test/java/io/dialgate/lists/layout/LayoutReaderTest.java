package io.dialgate.lists.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.RefusedList;

class LayoutReaderTest {

  private static final String ROBINSON = """
      registry: de-robinson
      country: 49
      trunk: 0
      national: [XXXXXXXXXX]
      separator: ";"
      header: true
      columns:
        - [ignored, number, action, time]
      actions: {neu: add, weg: remove}
      times: [dd.MM.uuuu]
      changes-every: P7D
      """;

  @Test
  void shouldReadLinesByLayoutOfOwn() {
    // given
    Layout layout = LayoutReader.read(ROBINSON, "robinson.yaml");
    byte[] line = "77;0301234567 8;weg;29.08.2026".replace(" ", "").getBytes(StandardCharsets.UTF_8);

    // when
    Row row = new RowReader(layout).read(line, line.length);

    // then
    assertThat(row).isEqualTo(new Row.Changed(493012345678L, Change.REMOVED, Instant.parse("2026-08-29T00:00:00Z")));
    assertThat(layout.changesEvery()).isEqualTo(Period.ofDays(7));
    assertThat(layout.header()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"registry: de-robinson|registry: DE!|expected registry",
      "country: 49|country: x|expected country", "national: [XXXXXXXXXX]|national: [ABC]|expected national",
      "number, action|number, acton|expected columns", "ignored, number|ignored, ignored|expected columns",
      "action, time|action, ignored|and time beside action", "neu: add|neu: gone|expected actions",
      "dd.MM.uuuu|dd.QQQQQQQQ|expected times", "P7D|P7X|expected changes-every",
      "header: true|headr: true|expected key",
      "header: true|header: maybe|expected header", "trunk: 0|trunk: [|expected YAML 1.2"})
  void shouldNameTheFaultOfALayout(String right, String wrong, String sentence) {
    // given
    String broken = ROBINSON.replace(right, wrong);

    // when / then
    assertThatThrownBy(() -> LayoutReader.read(broken, "robinson.yaml")).isInstanceOf(RefusedList.class)
        .hasMessageContainingAll(sentence).hasMessageContaining("robinson.yaml");
  }

  @Test
  void shouldRefuseTwoKindsOfLineThatCannotBeToldApart() {
    // given
    String twice = ROBINSON.replace("  - [ignored, number, action, time]",
        "  - [ignored, number, action, time]\n  - [number, ignored, action, time]");

    // when / then
    assertThatThrownBy(() -> LayoutReader.read(twice, "robinson.yaml")).hasMessageContainingAll("two of 4");
  }
}
