package io.dialgate.lists.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.layout.Row.Answer;

class RowReaderTest {

  private static final Instant MORNING = Instant.parse("2026-08-29T08:00:00Z");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"us-ftc|407,5551234|14075551234", "us-ftc|4075551234|14075551234",
      "us-ftc|14075551234|14075551234", "us-ftc|+14075551234|14075551234", "us-ftc|\"407\",\"5551234\"|14075551234",
      "ca-ndncl|416,2345678|14162345678", "uk-tps|02079460000|442079460000", "uk-tps|+442079460000|442079460000",
      "uk-tps|020 7946 0000|442079460000", "uk-tps|01632960000|441632960000", "uk-ctps|016973 2345|44169732345"})
  void shouldReadNumberOfFullList(String registry, String line, long number) {
    // when
    Row row = read(registry, line);

    // then
    assertThat(row).isEqualTo(new Row.Listed(number));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"4075551234,2026-08-29T08:00:00,A|ADDED",
      "4075551234,2026-08-29T08:00:00,D|REMOVED", "4075551234,2026-08-29T10:00:00+02:00,A|ADDED"})
  void shouldReadChange(String line, Change change) {
    // when
    Row row = read("us-ftc", line);

    // then
    assertThat(row).isEqualTo(new Row.Changed(14075551234L, change, MORNING));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"us-rnd|4075551234,yes,2026-08-29|14075551234|LISTED",
      "us-rnd|4075551234,No,08/29/2026|14075551234|NOT_LISTED",
      "us-rnd|4075551234,no_data,20260829|14075551234|UNKNOWN", "au-dncr|0291234567,Y,29/08/2026|61291234567|LISTED",
      "au-dncr|0491570006,n,2026-08-29|61491570006|NOT_LISTED"})
  void shouldReadAnswerAsEvidenceOfItsDate(String registry, String line, long number, Answer answer) {
    // when
    Row row = read(registry, line);

    // then
    assertThat(row).isEqualTo(new Row.Answered(number, answer, Instant.parse("2026-08-29T00:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"407", "407,555123", "407,55512345", "107,5551234", "407,1551234", "407;5551234",
      "4075551234,2026-13-29T08:00:00,A", "4075551234,2026-08-29T08:00:00,X", "4075551234,2026-08-29T08:00:00,a",
      "40755512O4,2026-08-29T08:00:00,A", "4075551234,,A", "407,5551234,", "٤٠٧,5551234", "area,number",
      "+44 20 7946 0000", "4075551234,2026-02-30,A", ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,", "\"", "+",
      "14075551234567890"})
  void shouldSayWhatWasExpectedOfMalformedLine(String line) {
    // when
    Row row = read("us-ftc", line);

    // then
    assertThat(row).isInstanceOfSatisfying(Row.Malformed.class,
        malformed -> assertThat(malformed.reason()).contains("expected a line of the registry us-ftc", "but got"));
  }

  @Test
  void shouldBoundTheReasonOfALongLine() {
    // when
    Row row = read("us-ftc", "9".repeat(4_000));

    // then
    assertThat(row).isInstanceOfSatisfying(Row.Malformed.class,
        malformed -> assertThat(malformed.reason()).hasSizeLessThan(300).contains("…"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-ftc", "ca-ndncl", "uk-tps", "uk-ctps", "au-dncr", "us-rnd"})
  void shouldShipLayoutOfRegistry(String registry) {
    // when
    Layout layout = Layouts.shipped(registry);

    // then
    assertThat(layout.registry()).isEqualTo(registry);
    assertThat(Layouts.SHIPPED).contains(registry);
  }

  private static Row read(String registry, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return new RowReader(Layouts.shipped(registry)).read(bytes, bytes.length);
  }
}
