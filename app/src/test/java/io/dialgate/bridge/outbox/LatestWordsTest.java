package io.dialgate.bridge.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An older word about a number does not undo a later one. */
class LatestWordsTest {

  private final LatestWords words = new LatestWords();

  @Test
  void shouldKnowAnOlderWordFromTheLatest() {
    // when
    words.said("+14155550101", 7);
    words.said("+14155550101", 5);

    // then
    assertThat(words.isOvertaken("+14155550101", 6)).isTrue();
    assertThat(words.isOvertaken("+14155550101", 7)).isFalse();
    assertThat(words.isOvertaken("+14155550102", 0)).isFalse();
  }

  @Test
  void shouldForgetTheNumberThatWasSpokenOfLongestAgo() {
    // given
    words.said("first", 1);
    words.said("second", 1);

    // when
    for (int i = 0; i < LatestWords.MAX_NUMBERS - 1; i++) {
      words.said("n" + i, 1);
      words.said("second", 2 + i);
    }

    // then
    assertThat(words.isOvertaken("first", 0)).isFalse();
    assertThat(words.isOvertaken("second", 0)).isTrue();
  }
}
