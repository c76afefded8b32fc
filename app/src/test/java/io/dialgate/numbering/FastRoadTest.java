package io.dialgate.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;

/** The fast roads against libphonenumber itself, asked directly and not through any class of ours. */
class FastRoadTest {

  private static final long SEED = 20260701;
  private static final int AREA_CODES = 1_000;

  /** 210 numbers of each of 1,000 area codes: 210,000. */
  private static final int NUMBERS_PER_AREA_CODE = 210;

  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
  private final LibPhoneNumbering numbering = new LibPhoneNumbering();

  @Test
  void shouldReadNumbersOfEveryAreaCodeAsLibphonenumberDoes() {
    // given
    Random random = new Random(SEED);

    for (int areaCode = 0; areaCode < AREA_CODES; areaCode++) {
      for (int i = 0; i < NUMBERS_PER_AREA_CODE; i += 2) {
        int block = random.nextInt(10_000);
        String asking = "+1%03d%04d%03d".formatted(areaCode, block, random.nextInt(1_000));
        String lookingUp = "+1%03d%04d%03d".formatted(areaCode, block, random.nextInt(1_000));

        // when
        Reading asked = numbering.read(asking, "US");
        Reading lookedUp = numbering.read(lookingUp, "GB");

        // then
        assertSame(asking, asked, asLibphonenumber(asking));
        assertSame(lookingUp, lookedUp, asLibphonenumber(lookingUp));
      }
    }
  }

  /** In 9.0.43 these exchanges are valid in part: Barbados, Jamaica. */
  @ParameterizedTest
  @ValueSource(strings = {"246521", "876606", "202555"})
  void shouldTellTheBlocksOfAnExchangeApart(String exchange) {
    for (int line = 0; line < 10_000; line += 7) {
      // given
      String text = "+1%s%04d".formatted(exchange, line);

      // when
      Reading reading = numbering.read(text, "US");

      // then
      assertSame(text, reading, asLibphonenumber(text));
    }
  }

  @Test
  void shouldReadRememberedNumbersAsLibphonenumberDoes() {
    // given
    Random random = new Random(SEED);
    NumberParser parser = new NumberParser();
    List<String> countries = List.of("+44", "+33", "+49", "+61", "+52", "+39", "+290", "+800");

    for (int i = 0; i < 20_000; i++) {
      // few digits vary, so that most numbers come again
      String text = countries.get(random.nextInt(countries.size())) + (2_079_000_000L + random.nextInt(1_000));

      // when
      Reading reading = numbering.read(text, "US");

      // then
      assertSame(text, reading, parser.read(text, Regions.NONE));
      if (!(reading instanceof Reading.Unusable)) {
        assertSame(text, reading, asLibphonenumber(text));
      }
    }
  }

  /** Not by an assertion on each of some hundred thousand readings, which would take most of the time. */
  private static void assertSame(String text, Reading actual, Reading expected) {
    if (!actual.equals(expected)) {
      assertThat(actual).as("seed %d, %s", SEED, text).isEqualTo(expected);
    }
  }

  private Reading asLibphonenumber(String text) {
    try {
      Phonenumber.PhoneNumber parsed = phones.parse(text, "ZZ");
      PhoneNumber number = new PhoneNumber(phones.format(parsed, PhoneNumberFormat.E164));
      if (phones.isValidNumber(parsed)) {
        return new Reading.Valid(number);
      }
      return phones.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE
          ? new Reading.Possible(number, NumberParser.unknownToThePlan(parsed.getCountryCode()))
          : new Reading.Unusable("not possible");
    } catch (NumberParseException e) {
      throw new AssertionError(text, e);
    }
  }
}
