package io.dialgate.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedTagTest {

  @Test
  void shouldCountWhatComesAfterBoundAsOther() {
    // given
    BoundedTag tag = new BoundedTag(2);
    tag.of("a");
    tag.of("b");

    // when
    String third = tag.of("c");

    // then
    assertThat(third).isEqualTo("other");
    assertThat(tag.of("a")).isEqualTo("a");
  }

  @Test
  void shouldNotShowWhatCouldBeAPhoneNumber() {
    // given
    BoundedTag tag = new BoundedTag(2);

    // when
    String shown = tag.of("agent-14155550100");

    // then
    assertThat(shown).isEqualTo("other");
  }

  @Test
  void shouldCutLongValues() {
    // given
    BoundedTag tag = new BoundedTag(2);

    // when
    String shown = tag.of("x".repeat(1_000));

    // then
    assertThat(shown).hasSize(BoundedTag.MAX_LENGTH);
  }
}
