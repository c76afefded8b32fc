package io.dialgate.domain.dnc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.phone.PhoneNumber;

class MatchTest {

  private static final PhoneNumber NUMBER = new PhoneNumber("+12025550101");

  @ParameterizedTest
  @CsvSource({"+1, true", "+1202, true", "+12025550101, true", "+120255501011, false", "+1203, false", "+2, false"})
  void shouldCoverNumbersThatBeginWithThePrefix(String prefix, boolean covers) {
    // when / then
    assertThat(new Match.Prefix(prefix).covers(NUMBER)).isEqualTo(covers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1", "+12345678901234"})
  void shouldTakePrefixAtItsBounds(String text) {
    // when / then
    assertThat(new Match.Prefix(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "1900", "+0900", "+123456789012345", "+1900x", "+1900\n"})
  void shouldRefusePrefixOfAnotherForm(String text) {
    // when / then
    assertThatIllegalArgumentException().isThrownBy(() -> new Match.Prefix(text))
        .withMessageStartingWith("expected a prefix of E.164");
  }

  @Test
  void shouldCoverTheNumberOfTheHashAndNoOther() {
    // given
    var hash = new Match.Hash(NumberHash.of(NUMBER));

    // when / then
    assertThat(hash.covers(NUMBER)).isTrue();
    assertThat(hash.covers(new PhoneNumber("+12025550102"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 63, 65})
  void shouldRefuseHashOfAnotherLength(int digits) {
    // when / then
    assertThatIllegalArgumentException().isThrownBy(() -> new Match.Hash("a".repeat(digits)))
        .withMessageContaining("but got " + digits + " characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "g", "+"})
  void shouldRefuseHashInOtherDigits(String digit) {
    // when / then
    assertThatIllegalArgumentException().isThrownBy(() -> new Match.Hash(digit.repeat(64)));
  }
}
