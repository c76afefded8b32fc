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

  @Test
  void shouldBeSureOfTheLastWordUntilSomebodyElseMayHaveHeardALaterOne() {
    // given
    var words = new LatestWords();
    words.said("+14155550101", 7);
    words.said("+14155550102", 8);

    // when
    boolean before = words.isSurelyLatest("+14155550101", 7);
    words.doubt();
    words.said("+14155550102", 8);

    // then
    assertThat(before).isTrue();
    assertThat(words.isSurelyLatest("+14155550101", 7)).isFalse();
    assertThat(words.isSurelyLatest("+14155550102", 8)).as("said again since").isTrue();
    assertThat(words.isSurelyLatest("+14155550102", 7)).as("an older one").isFalse();
    assertThat(words.isSurelyLatest("+14155550103", 7)).as("one that was never said").isFalse();
    assertThat(words.isOvertaken("+14155550101", 6)).as("doubt forgets nothing").isTrue();
  }
}
