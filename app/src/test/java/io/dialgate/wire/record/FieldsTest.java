package io.dialgate.wire.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each length at its bound. */
class FieldsTest {

  static Stream<Arguments> bounds() {
    return Stream.of(bound("id", 128, text -> Fields.id("id", text)),
        bound("text", 64, text -> Fields.text("text", text)),
        bound("long text", 128, text -> Fields.longText("campaignId", text)),
        bound("optional text", 64, text -> String.valueOf(Fields.optionalText("text", text))),
        bound("scope", 137, text -> String.valueOf(Fields.scope(text))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bounds")
  void shouldTakeAsManyBytesAsTheBoundAndRefuseOneMore(String name, int max, UnaryOperator<String> field) {
    // given
    String longest = "x".repeat(max - 2) + "é";

    // when / then
    assertThat(field.apply(longest)).isEqualTo(longest);
    assertThatExceptionOfType(RefusedRecord.class).isThrownBy(() -> field.apply(longest + "y"))
        .withMessageContaining("of at most %d bytes, but got %d", max, max + 1)
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(RejectionCode.BAD_FIELD));
  }

  @Test
  void shouldRefuseAnEmptyId() {
    // when / then
    assertThatExceptionOfType(RefusedRecord.class).isThrownBy(() -> Fields.id("eventId", ""))
        .withMessageStartingWith("expected eventId to name the record");
  }

  @Test
  void shouldTakeAbsentAndEmptyTexts() {
    // when / then
    assertThat(Fields.optionalText("brand", null)).isNull();
    assertThat(Fields.scope(null)).isNull();
    assertThat(Fields.optionalClipped(null)).isNull();
    assertThat(Fields.text("listId", "")).isEmpty();
  }

  /** Characters of 1, 2, 3 and 4 bytes: what is cut is the shortest end that makes it fit, and never half a character. */
  @ParameterizedTest
  @CsvSource({"x, 64", "é, 64", "€, 63", "😀, 64"})
  void shouldCutATextThatDecidesNothing(String character, int bytes) {
    // given
    String fits = character.repeat(bytes / utf8(character));

    // when / then
    assertThat(Fields.clipped(fits)).isEqualTo(fits);
    assertThat(Fields.clipped(fits + character)).isEqualTo(fits);
    assertThat(Fields.clipped(character.repeat(1_000))).isEqualTo(fits);
    assertThat(utf8(fits)).isEqualTo(bytes);
  }

  @Test
  void shouldCutAtACharacterWhereTheBoundFallsInside() {
    // when / then
    assertThat(Fields.clipped("x".repeat(62) + "😀")).isEqualTo("x".repeat(62));
    assertThat(Fields.phone("1".repeat(127) + "é")).isEqualTo("1".repeat(127));
    assertThat(Fields.phone("1".repeat(129))).hasSize(128);
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Arguments bound(String name, int max, UnaryOperator<String> field) {
    return Arguments.of(name, max, field);
  }
}
