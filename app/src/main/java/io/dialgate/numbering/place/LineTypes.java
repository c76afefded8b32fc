package io.dialgate.numbering.place;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;

import io.dialgate.domain.place.LineType;

/** libphonenumber's kinds of numbers in the domain's words. */
final class LineTypes {

  private LineTypes() {}

  static LineType of(PhoneNumberType type) {
    return switch (type) {
      case FIXED_LINE -> LineType.FIXED;
      case MOBILE -> LineType.WIRELESS;
      case TOLL_FREE -> LineType.TOLL_FREE;
      case PREMIUM_RATE, SHARED_COST -> LineType.PREMIUM;
      case VOIP, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL -> LineType.OTHER;
      case FIXED_LINE_OR_MOBILE, UNKNOWN -> LineType.UNKNOWN;
    };
  }
}
