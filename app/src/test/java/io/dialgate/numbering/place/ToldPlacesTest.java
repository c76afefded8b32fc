package io.dialgate.numbering.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.place.Told;
import io.dialgate.domain.place.Whereabouts;

/** Where numbers may be, by what a dialler knows of the person. */
class ToldPlacesTest {

  private static final String NEW_YORK = "+12125550100";
  private static final String TORONTO = "+14165550100";
  private static final String SYDNEY = "+61293744000";
  private static final String LONDON = "+442079460000";
  private static final String SINGAPORE = "+6581234567";
  private static final String TOLL_FREE = "+18005550100";

  private final NumberAtlas atlas = new NumberAtlas();

  @ParameterizedTest
  @ValueSource(strings = {"FL", "US-FL", "fl", " us-fl ", "Florida", "FLORIDA", "florida "})
  void shouldTakeStateWithAllItsZones(String state) {
    // when
    Candidates told = told(NEW_YORK, new Told(state, null, null));

    // then
    assertThat(told).isEqualTo(places("US-FL", "America/Chicago America/New_York"));
  }

  @ParameterizedTest
  @CsvSource({NEW_YORK + ", WA, US-WA, America/Los_Angeles", SYDNEY + ", WA, AU-WA, Australia/Eucla Australia/Perth",
      TORONTO + ", qc, CA-QC, America/Halifax America/Puerto_Rico America/Toronto",
      NEW_YORK + ", District of Columbia, US-DC, America/New_York",
      NEW_YORK + ", north-carolina, US-NC, America/New_York", SYDNEY + ", Victoria, AU-VIC, Australia/Melbourne",
      TOLL_FREE + ", AZ, US-AZ, America/Denver America/Phoenix", NEW_YORK + ", PR, US-PR, America/Puerto_Rico"})
  void shouldTakeStateOfTheNumbersOwnCountry(String number, String state, String region, String zones) {
    // when
    Candidates told = told(number, new Told(state, null, null));

    // then
    assertThat(told).isEqualTo(places(region, zones));
  }

  /** The law stays that of the number's country; the clock on the wall is that of the place. */
  @ParameterizedTest
  @CsvSource({TORONTO + ", FL, America/Chicago America/New_York", LONDON + ", US-CA, America/Los_Angeles",
      NEW_YORK + ", ON, America/Atikokan America/Toronto America/Winnipeg",
      LONDON + ", WA, America/Los_Angeles Australia/Eucla Australia/Perth"})
  void shouldTakeZonesOnlyOfStateElsewhere(String number, String state, String zones) {
    // when
    Candidates told = told(number, new Told(state, null, null));

    // then
    assertThat(told).isEqualTo(places("", zones));
  }

  @ParameterizedTest
  @CsvSource({"33101, US-FL, America/New_York", "32401, US-FL, America/Chicago America/New_York",
      "32501-1234, US-FL, America/Chicago", "00501, US-NY, America/New_York", "99950, US-AK, "
          + "America/Anchorage America/Juneau",
      "99546, US-AK, America/Adak America/Anchorage",
      "46320, US-IN, America/Chicago", "46204, US-IN, America/New_York", "86515, US-AZ US-NM, "
          + "America/Denver America/Phoenix",
      "42223, US-KY US-TN, America/Chicago", "06390, US-NY, America/New_York",
      "79901, US-TX, America/Chicago America/Denver", "88510, US-TX, America/Denver", "00601, US-PR, "
          + "America/Puerto_Rico",
      "00801, US-VI, America/St_Thomas", "96910, US-GU, Pacific/Guam",
      "96950, US-MP, Pacific/Saipan", "96799, US-AS, Pacific/Pago_Pago", "96813, US-HI, Pacific/Honolulu",
      "73949, US-OK US-TX, America/Chicago America/Denver", "85001, US-AZ, America/Phoenix",
      "871031234, US-NM, America/Denver", "20588, US-DC US-MD US-VA, America/New_York"})
  void shouldTakeZip(String zip, String states, String zones) {
    // when
    Candidates told = told(NEW_YORK, new Told(null, zip, null));

    // then
    assertThat(told).isEqualTo(places(states, zones));
  }

  @ParameterizedTest
  @CsvSource({"96940, Pacific/Palau", "96960, Pacific/Majuro"})
  void shouldTakeZoneOnlyOfZipOutsideTheStates(String zip, String zone) {
    // when
    Candidates told = told(NEW_YORK, new Told(null, zip, null));

    // then
    assertThat(told.regions()).isEmpty();
    assertThat(told.zones()).contains(ZoneId.of(zone));
  }

  /** Of every prefix that is in use a state is known, but for military post and the islands of the compact. */
  @Test
  void shouldKnowAStateOfEveryZipOfEveryState() {
    // given
    Set<String> states = new TreeSet<>();

    // when
    for (int zip = 501; zip <= 99950; zip++) {
      states.addAll(told(NEW_YORK, new Told(null, "%05d".formatted(zip), null)).regions());
    }

    // then
    assertThat(states).hasSize(56).allMatch(state -> state.startsWith("US-"));
  }

  @ParameterizedTest
  @CsvSource({TORONTO + ", M5V 3L9, CA-ON, America/Toronto", TORONTO + ", m5v, CA-ON, America/Toronto",
      TORONTO + ", H0H0H0, CA-QC, America/Toronto", TORONTO + ", X0A 0H0, CA-NU, America/Atikokan America/Edmonton "
          + "America/Iqaluit America/Resolute America/Toronto America/Winnipeg",
      TORONTO + ", S9V 0A1, CA-AB CA-SK, America/Edmonton America/Regina",
      TORONTO + ", V6B 1A1, CA-BC, America/Vancouver",
      SYDNEY + ", 2000, AU-NSW, Australia/Sydney", SYDNEY + ", 2600, AU-ACT AU-NSW, Australia/Sydney",
      SYDNEY + ", 2880, AU-NSW, Australia/Broken_Hill Australia/Sydney", SYDNEY + ", 0800, AU-NT, Australia/Darwin",
      SYDNEY + ", 4383, AU-NSW AU-QLD, Australia/Brisbane Australia/Sydney",
      SYDNEY + ", 0872, AU-NT AU-SA AU-WA, Australia/Adelaide Australia/Darwin Australia/Eucla Australia/Perth",
      LONDON + ", SW1A 1AA, '', Europe/London", LONDON + ", EC1V, '', Europe/London",
      LONDON + ", JE2 3AB, '', Europe/Jersey", SINGAPORE + ", 018956, '', Asia/Singapore",
      TORONTO + ", 33101, '', America/New_York", NEW_YORK + ", M5V 3L9, '', America/Toronto",
      NEW_YORK + ", SW1A 1AA, '', Europe/London"})
  void shouldTakePostalCodesOfOtherCountries(String number, String code, String regions, String zones) {
    // when
    Candidates told = told(number, new Told(null, code, null));

    // then
    assertThat(told).isEqualTo(places(regions, zones));
  }

  @Test
  void shouldTakeZone() {
    // when
    Candidates told = told(NEW_YORK, new Told(null, null, "America/Boise"));

    // then
    assertThat(told).isEqualTo(places("", "America/Boise"));
  }

  @Test
  void shouldUniteAllThatIsTold() {
    // when
    Candidates told = told(NEW_YORK, new Told("CA", "33101", "America/Boise"));

    // then
    assertThat(told).isEqualTo(places("US-CA US-FL", "America/Boise America/Los_Angeles America/New_York"));
  }

  @Test
  void shouldAddOrReplaceWhatTheNumberSays() {
    // when
    Whereabouts where = atlas.whereabouts(new PhoneNumber(NEW_YORK), new Told("CA", null, null));

    // then
    assertThat(where.candidates(false)).isEqualTo(places("US-CA US-NY", "America/Los_Angeles America/New_York"));
    assertThat(where.candidates(true)).isEqualTo(places("US-CA", "America/Los_Angeles"));
  }

  @ParameterizedTest
  @CsvSource({"XX, '', ''", "'', 1234, UTC", "Utopia, 99999-12, EST", "US-XX, 09001, Etc/GMT+5",
      "-, ABCDEF, America/Nowhere", "🐦, ٣٣١٠١, +02:00", "US-, 000000000000000000000, America/"})
  void shouldHearNothingInWhatIsNotUnderstood(String state, String postalCode, String zone) {
    // when
    Whereabouts where = atlas.whereabouts(new PhoneNumber(NEW_YORK), new Told(state, postalCode, zone));

    // then
    assertThat(where.byContact()).isEqualTo(Candidates.NONE);
    assertThat(where.byNumber().regions()).containsExactly("US-NY");
  }

  @Test
  void shouldHearZoneOfNumberWithoutCountry() {
    // when
    Candidates told = told("+80012345678", new Told("FL", "33101", "Europe/Berlin"));

    // then
    assertThat(told).isEqualTo(places("", "America/Chicago America/New_York Europe/Berlin"));
  }

  private Candidates told(String number, Told told) {
    return atlas.whereabouts(new PhoneNumber(number), told).byContact();
  }

  private static Candidates places(String regions, String zones) {
    return new Candidates(DataFile.values(regions), Arrays.stream(zones.split(" ", -1)).map(ZoneId::of).toList());
  }
}
