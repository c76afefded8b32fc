package io.dialgate.numbering;

import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

import io.dialgate.domain.phone.Numbering.Reading;

/** The slow road: one text, whatever its notation. Every reading is what this class says, however it was reached. */
final class NumberParser {

  /** What people dial, or write, before a country code, whatever their own region uses; a plus stands for all of it. */
  private static final Pattern CALL_PREFIX = Pattern.compile("^\\W*(?:00|011)(?=\\W*\\d)");

  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
  private final NumberJudge judge = new NumberJudge(phones);
  private final Vanity vanity = new Vanity(this::parse);

  /** Reads a text of at most {@link LibPhoneNumbering#MAX_TEXT} in a region of {@link Regions}. Never throws. */
  Reading read(String text, String region) {
    String number = UriNotation.numberOf(text);
    Reading asWritten = vanity.read(number, region);
    if (asWritten instanceof Reading.Valid) {
      return asWritten;
    }
    String international = CALL_PREFIX.matcher(number).replaceFirst("+");
    if (international.equals(number)) {
      return asWritten;
    }
    return better(asWritten, vanity.read(international, Regions.NONE));
  }

  static String unknownToThePlan(int callingCode) {
    return "of possible length, but unknown to the numbering plan of +" + callingCode;
  }

  private Reading parse(String text, String region) {
    try {
      return judge.judge(phones.parse(text, region));
    } catch (NumberParseException e) {
      return new Reading.Unusable(switch (e.getErrorType()) {
        case INVALID_COUNTRY_CODE -> region.equals(Regions.NONE)
            ? "no country code that exists, and no region to read the number in; send E.164 or an ISO 3166-1 region"
            : "no country code that exists";
        case NOT_A_NUMBER -> "no phone number";
        case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "too short for a phone number";
        case TOO_LONG -> "too long for a phone number";
      });
    }
  }

  /** A reading in the region's own notation stands unless the other one is worth more. */
  private static Reading better(Reading asWritten, Reading international) {
    return rank(international) > rank(asWritten) ? international : asWritten;
  }

  private static int rank(Reading reading) {
    return switch (reading) {
      case Reading.Valid valid -> 2;
      case Reading.Possible possible -> 1;
      case Reading.Unusable unusable -> 0;
    };
  }
}
