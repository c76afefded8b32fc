package io.dialgate.numbering.place;

import java.util.List;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.place.LineType;

/** What libphonenumber says of one number. */
final class Numbers {

  /** The calling code belongs to no country. */
  private static final String NO_COUNTRY = "001";

  private static final int NORTH_AMERICA = 1;

  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

  /**
   * The answer.
   *
   * @param callingCode the country's calling code
   * @param national the digits behind it
   * @param region ISO 3166-1 alpha-2; null: none, or one of several that cannot be told
   * @param line the kind of line
   */
  record Asked(int callingCode, String national, @Nullable String region, LineType line) {}

  /** Asks for a number in E.164; null if it has no calling code that exists. */
  @Nullable
  Asked ask(String e164) {
    try {
      Phonenumber.PhoneNumber number = phones.parse(e164, null);
      return new Asked(number.getCountryCode(), phones.getNationalSignificantNumber(number), region(number),
          LineTypes.of(phones.getNumberType(number)));
    } catch (NumberParseException e) {
      return null;
    }
  }

  private @Nullable String region(Phonenumber.PhoneNumber number) {
    String region = phones.getRegionCodeForNumber(number);
    if (region == null && number.getCountryCode() != NORTH_AMERICA) {
      List<String> regions = phones.getRegionCodesForCountryCode(number.getCountryCode());
      region = regions.size() == 1 ? regions.getFirst() : null;
    }
    return NO_COUNTRY.equals(region) ? null : region;
  }
}
