package io.dialgate.domain.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestsTest {

  /** FIPS 180-4's own examples, and one that `printf %s +12025550101 | sha256sum` gives. */
  @ParameterizedTest
  @CsvSource({"'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "+12025550101, 0ad2aee0d8bcfaa7761e180c8e143c29cb9196db238100a988ba7ab25c6eb049"})
  void shouldBeSha256(String text, String hex) {
    // when / then
    assertThat(Sha256.hex(text)).isEqualTo(hex);
  }

  @Test
  void shouldGiveTheSameMarkToTheSameTexts() {
    // when / then
    assertThat(Mark.of("event-1")).isEqualTo(Mark.of("event-1")).isNotEqualTo(Mark.of("event-2"));
    assertThat(Mark.of(List.of("a", "b"))).isEqualTo(Mark.of(List.of("a", "b")));
    assertThat(Mark.of(List.of("a"))).isEqualTo(Mark.of("a"));
  }

  @Test
  void shouldTellWhereOneTextEnds() {
    // when / then
    assertThat(Mark.of(List.of("ab", "c"))).isNotEqualTo(Mark.of(List.of("a", "bc")));
    assertThat(Mark.of(List.of("a", ""))).isNotEqualTo(Mark.of(List.of("", "a")));
    assertThat(Mark.of(List.of("a", "b"))).isNotEqualTo(Mark.of(List.of("b", "a")));
  }

  @Test
  void shouldTellAnAbsentTextFromEveryOther() {
    // given
    long absent = Mark.of(Arrays.asList("a", null));

    // when / then
    assertThat(absent).isNotEqualTo(Mark.of(List.of("a", "null"))).isNotEqualTo(Mark.of(List.of("a", "")))
        .isNotEqualTo(Mark.of(List.of("a")));
  }
}
