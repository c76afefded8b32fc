package io.dialgate.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"+12025550101", "+1234567", "+123456789012345", "+442079460000"})
  void shouldTakeE164(String text) {
    // when
    var number = new PhoneNumber(text);

    // then
    assertThat(number.e164()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "12025550101", "+123456", "+1234567890123456", "+02025550101", "+1202555010a",
      "+1 2025550101", "+12025550101 ", "+１２０２５５５０１０１"})
  void shouldRefuseWhatIsNotE164(String text) {
    // when / then
    assertThat(PhoneNumber.isE164(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber(text))
        .withMessageStartingWith("expected E.164")
        .withMessageContaining("; normalise it first");
  }

  @ParameterizedTest
  @CsvSource({"+12025550101, +1202•••0101", "+1234567, •••", "+123456789, +1234•••6789", "'', nothing", "x, •••"})
  void shouldMask(String text, String masked) {
    // when / then
    assertThat(PhoneNumber.mask(text)).isEqualTo(masked);
  }

  @Test
  void shouldMaskItselfWhenPrinted() {
    // given
    var number = new PhoneNumber("+12025550101");

    // when / then
    assertThat(number).hasToString("+1202•••0101");
  }

  @Test
  void shouldStandInTheOrderOfItsText() {
    // when / then
    assertThat(new PhoneNumber("+12025550101")).isLessThan(new PhoneNumber("+12025550102"));
  }
}
