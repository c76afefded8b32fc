package io.dialgate.numbering;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;

/** Says what a parsed number is worth. */
final class NumberJudge {

  private final PhoneNumberUtil phones;
  private final ShortCodes shortCodes;

  NumberJudge(PhoneNumberUtil phones) {
    this.phones = phones;
    this.shortCodes = new ShortCodes(phones);
  }

  Reading judge(Phonenumber.PhoneNumber parsed) {
    String e164 = phones.format(parsed, PhoneNumberFormat.E164);
    boolean fits = PhoneNumber.isE164(e164);
    if (fits && phones.isValidNumber(parsed)) {
      return new Reading.Valid(new PhoneNumber(e164));
    }
    String shortCode = shortCodes.why(parsed);
    if (shortCode != null) {
      return new Reading.Unusable(shortCode);
    }
    int callingCode = parsed.getCountryCode();
    return switch (phones.isPossibleNumberWithReason(parsed)) {
      case IS_POSSIBLE -> fits
          ? new Reading.Possible(new PhoneNumber(e164), NumberParser.unknownToThePlan(callingCode))
          : new Reading.Unusable("not of %d to %d digits, which E.164 asks for".formatted(PhoneNumber.MIN_DIGITS,
              PhoneNumber.MAX_DIGITS));
      case IS_POSSIBLE_LOCAL_ONLY -> new Reading.Unusable("a local number without its area code; send all of it");
      case TOO_SHORT -> new Reading.Unusable("too short for a number of +" + callingCode);
      case TOO_LONG -> new Reading.Unusable("too long for a number of +" + callingCode);
      case INVALID_LENGTH -> new Reading.Unusable("of a length that numbers of +" + callingCode + " never have");
      case INVALID_COUNTRY_CODE -> new Reading.Unusable("no country code that exists");
    };
  }
}
