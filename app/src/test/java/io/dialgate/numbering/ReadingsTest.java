package io.dialgate.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;

/** Every notation, one line each; readings.csv is the place to look, and to add to. */
class ReadingsTest {

  private final LibPhoneNumbering numbering = new LibPhoneNumbering();

  @ParameterizedTest
  @CsvFileSource(resources = "readings.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
  void shouldReadNumberAsTheTableSays(String written, @Nullable String region, String reading, String result) {
    // given
    String from = region == null ? "" : region;

    // when
    Reading first = numbering.read(written, from);
    Reading again = numbering.read(written, from);

    // then
    assertThat(again).isEqualTo(first);
    switch (first) {
      case Reading.Valid valid -> {
        assertThat("VALID").isEqualTo(reading);
        assertThat(valid.number()).isEqualTo(new PhoneNumber(result));
      }
      case Reading.Possible possible -> {
        assertThat("POSSIBLE").isEqualTo(reading);
        assertThat(possible.number()).isEqualTo(new PhoneNumber(result));
        assertThat(possible.why()).contains("unknown to the numbering plan of +");
      }
      case Reading.Unusable unusable -> {
        assertThat("UNUSABLE").as(unusable.why()).isEqualTo(reading);
        assertThat(unusable.why()).as(written).contains(result);
      }
    }
  }
}
