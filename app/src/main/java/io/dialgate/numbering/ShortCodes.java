package io.dialgate.numbering;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import org.jspecify.annotations.Nullable;

/** Emergency numbers and short codes: dialled within one country only, they reach nobody behind its country code. */
final class ShortCodes {

  private static final String METADATA = "/com/google/i18n/phonenumbers/data/ShortNumberMetadataProto_";

  private final PhoneNumberUtil phones;
  private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();

  /** libphonenumber logs a warning each time that it is asked about a region without short codes; so it is not asked. */
  private final Set<String> regions;

  ShortCodes(PhoneNumberUtil phones) {
    this.phones = phones;
    this.regions = phones.getSupportedCallingCodes().stream().map(phones::getRegionCodeForCountryCode)
        .filter(region -> ShortNumberInfo.class.getResource(METADATA + region) != null).collect(toUnmodifiableSet());
  }

  /** Why the number is none of its own; null if it is no short code of its country. */
  @Nullable
  String why(Phonenumber.PhoneNumber number) {
    String region = phones.getRegionCodeForCountryCode(number.getCountryCode());
    if (!regions.contains(region)) {
      return null;
    }
    if (shortNumbers.isEmergencyNumber(phones.getNationalSignificantNumber(number), region)) {
      return "an emergency number of " + region + ", which is never dialled for somebody else";
    }
    return shortNumbers.isValidShortNumberForRegion(number, region)
        ? "a short code of " + region + ", which has no E.164 form"
        : null;
  }
}
