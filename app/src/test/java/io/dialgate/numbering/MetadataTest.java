package io.dialgate.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadataCollection;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import org.junit.jupiter.api.Test;

/** What {@link NanpExchanges} takes for granted, held against the metadata of the release in use. */
class MetadataTest {

  private static final String METADATA = "/com/google/i18n/phonenumbers/data/PhoneNumberMetadataProto_";
  private static final int NATIONAL_DIGITS = 10;

  @Test
  void shouldEndEveryNanpPatternInThreeArbitraryDigits() {
    // given
    List<String> regions = PhoneNumberUtil.getInstance().getRegionCodesForCountryCode(1);

    // when
    List<String> patterns = regions.stream().map(MetadataTest::metadata).flatMap(MetadataTest::descriptions)
        .filter(description -> description.getPossibleLengthCount() == 0
            || description.getPossibleLengthList().contains(NATIONAL_DIGITS))
        .filter(PhoneNumberDesc::hasNationalNumberPattern).map(PhoneNumberDesc::getNationalNumberPattern)
        .filter(pattern -> !pattern.isEmpty() && !pattern.equals("NA")).distinct().toList();

    // then
    assertThat(patterns).hasSizeGreaterThan(25).flatExtracting(MetadataTest::alternatives).allSatisfy(
        alternative -> assertThat(alternative).matches(".*\\\\d\\{[3-9]}"));
  }

  @Test
  void shouldLookAtNoMoreThanTheAreaCodeToTellNanpRegionsApart() {
    // given
    List<String> regions = PhoneNumberUtil.getInstance().getRegionCodesForCountryCode(1);

    // when
    List<String> leading = regions.stream().map(MetadataTest::metadata).filter(PhoneMetadata::hasLeadingDigits)
        .map(PhoneMetadata::getLeadingDigits).toList();

    // then
    assertThat(leading).allSatisfy(digits -> assertThat(digits).matches("[\\d|\\[\\]()?:-]+"));
  }

  private static PhoneMetadata metadata(String region) {
    try (InputStream in = PhoneNumberUtil.class.getResourceAsStream(METADATA + region)) {
      PhoneMetadataCollection collection = new PhoneMetadataCollection();
      collection.readExternal(new ObjectInputStream(in));
      return collection.getMetadataList().getFirst();
    } catch (IOException e) {
      throw new AssertionError(region, e);
    }
  }

  private static Stream<PhoneNumberDesc> descriptions(PhoneMetadata region) {
    return Stream.of(region.getGeneralDesc(), region.getFixedLine(), region.getMobile(), region.getTollFree(), region
        .getPremiumRate(), region.getSharedCost(), region.getPersonalNumber(), region.getVoip(), region.getPager(),
        region
            .getUan(),
        region.getVoicemail());
  }

  /** The parts of a pattern between its outermost bars. */
  private static List<String> alternatives(String pattern) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && depth == 0) {
        parts.add(pattern.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(pattern.substring(start));
    return parts;
  }
}
