package io.dialgate.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;

class LibPhoneNumberingTest {

  private final LibPhoneNumbering numbering = new LibPhoneNumbering();

  @Test
  void shouldReadTextOfTheLongestLength() {
    // given
    String number = "+12025550123";
    String longest = " ".repeat(LibPhoneNumbering.MAX_TEXT - number.length()) + number;

    // when
    Reading reading = numbering.read(longest, "US");

    // then
    assertThat(reading).isEqualTo(new Reading.Valid(new PhoneNumber(number)));
  }

  @Test
  void shouldRefuseLongerTextUnread() {
    // given
    String number = "+12025550123";
    String tooLong = " ".repeat(LibPhoneNumbering.MAX_TEXT + 1 - number.length()) + number;

    // when
    Reading reading = numbering.read(tooLong, "US");

    // then
    assertThat(reading).isEqualTo(
        new Reading.Unusable("expected at most 250 characters, but got 251; send the number only"));
  }

  @Test
  void shouldReadE164WithoutRegardToTheRegion() {
    // given: Finland's own call prefixes begin with 99, so that libphonenumber would find a number behind them
    String unknownCountry = "+99912025550123";

    // when
    Reading reading = numbering.read(unknownCountry, "FI");

    // then
    assertThat(reading).isInstanceOf(Reading.Unusable.class).isEqualTo(numbering.read(unknownCountry, "US"));
  }

  @Test
  void shouldNameTheMetadataItReadsBy() {
    // when
    String version = numbering.metadataVersion();

    // then
    assertThat(version).matches("\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void shouldRememberBoundedly() {
    // given
    Recent<Reading> recent = new Recent<>();
    Reading reading = new Reading.Unusable("any");
    int texts = 4 * Recent.SLOTS;

    // when
    for (int i = 0; i < texts; i++) {
      recent.remember("+4420" + i, reading);
    }

    // then
    int remembered = 0;
    for (int i = 0; i < texts; i++) {
      remembered += recent.find("+4420" + i) == null ? 0 : 1;
    }
    assertThat(remembered).isBetween(Recent.SLOTS / 2, Recent.SLOTS);
    assertThat(recent.find("+4420" + (texts - 1))).isSameAs(reading);
  }
}
