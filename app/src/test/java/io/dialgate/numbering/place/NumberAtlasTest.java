package io.dialgate.numbering.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.place.LineType;
import io.dialgate.domain.place.Told;
import io.dialgate.domain.place.Whereabouts;

/** Where numbers may be, by their digits alone. */
class NumberAtlasTest {

  private static final long SEED = 20261121;

  private final NumberAtlas atlas = new NumberAtlas();

  /** Codes that a border of zones runs through: of their exchanges libphonenumber names only one side. */
  @ParameterizedTest
  @CsvSource({"219, US-IN", "364, US-KY", "270, US-KY", "448, US-FL", "850, US-FL", "423, US-TN", "931, US-TN",
      "930, US-IN", "812, US-IN", "574, US-IN", "906, US-MI"})
  void shouldHoldBothZonesOfSplitAreaCodes(String code, String state) {
    // when
    Whereabouts where = where("+1" + code + "5550100");

    // then
    assertThat(where.country()).isEqualTo("US");
    assertThat(where.byNumber().regions()).containsExactly(state);
    assertThat(where.byNumber().zones()).containsExactlyElementsOf(zones("America/Chicago", "America/New_York"));
    assertThat(where.line()).isEqualTo(LineType.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"+16025550100, US-AZ, America/Phoenix", "+19285550100, US-AZ, America/Denver America/Phoenix",
      "+12025550100, US-DC, America/New_York", "+17385550100, US-CA, America/Los_Angeles",
      "+12015550100, US-NJ US-NY, America/New_York", "+15515550100, US-NJ US-NY, America/New_York",
      "+19155550100, US-TX, America/Chicago America/Denver",
      "+19075550100, US-AK, America/Adak America/Anchorage America/Juneau Pacific/Honolulu"})
  void shouldKnowStatesAndZonesOfAreaCodes(String number, String states, String zones) {
    // when
    Whereabouts where = where(number);

    // then
    assertThat(where.byNumber()).isEqualTo(places(states, zones));
    assertThat(where.byContact()).isEqualTo(Candidates.NONE);
  }

  @ParameterizedTest
  @CsvSource({"+17875550100, US-PR, America/Puerto_Rico", "+13405550100, US-VI, America/St_Thomas",
      "+16715550100, US-GU, Pacific/Guam", "+16705550100, US-MP, Pacific/Saipan",
      "+16846331234, US-AS, Pacific/Pago_Pago"})
  void shouldCountTerritoriesAsStates(String number, String state, String zone) {
    // when
    Whereabouts where = where(number);

    // then
    assertThat(where.country()).isEqualTo("US");
    assertThat(where.byNumber()).isEqualTo(places(state, zone));
  }

  @ParameterizedTest
  @CsvSource({"+14165550100, CA-ON, America/Toronto",
      "+19025550100, CA-NS CA-PE, America/Halifax",
      "+18075550100, CA-ON, America/Atikokan America/Toronto America/Winnipeg"})
  void shouldKnowProvincesOfCanada(String number, String provinces, String zones) {
    // when
    Whereabouts where = where(number);

    // then
    assertThat(where.country()).isEqualTo("CA");
    assertThat(where.byNumber()).isEqualTo(places(provinces, zones));
  }

  @ParameterizedTest
  @CsvSource({"+12423221234, BS, America/Nassau, FIXED", "+18761234567, JM, America/Jamaica, UNKNOWN",
      "+16585550100, JM, America/Jamaica, FIXED", "+18092345678, DO, America/Santo_Domingo, UNKNOWN",
      "+14413701234, BM, Atlantic/Bermuda, WIRELESS"})
  void shouldKnowTheOtherCountriesOfThePlan(String number, String country, String zone, LineType line) {
    // when
    Whereabouts where = where(number);

    // then
    assertThat(where.country()).isEqualTo(country);
    assertThat(where.byNumber()).isEqualTo(places("", zone));
    assertThat(where.line()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"+18005550100, TOLL_FREE", "+18885550100, TOLL_FREE", "+19005550100, PREMIUM", "+15005550100, OTHER"})
  void shouldKnowNoStateButEveryZoneOfNumbersWithoutPlace(String number, LineType line) {
    // when
    Whereabouts where = where(number);

    // then
    assertThat(where.country()).isEqualTo("US");
    assertThat(where.line()).isEqualTo(line);
    assertThat(where.byNumber().regions()).isEmpty();
    assertThat(where.byNumber().zones()).extracting(ZoneId::getId).containsAll(PlaceTables.zonesOfThePlan());
  }

  @ParameterizedTest
  @CsvSource({"+442079460000, GB, Europe/London, FIXED", "+447400123456, GB, Europe/London, WIRELESS",
      "+448001111111, GB, Europe/London, TOLL_FREE", "+447911123456, GG, Europe/Guernsey, WIRELESS",
      "+447797712345, JE, Europe/Jersey, WIRELESS", "+447624123456, IM, Europe/Isle_of_Man, WIRELESS",
      "+6581234567, SG, Asia/Singapore, WIRELESS", "+33123456789, FR, Europe/Paris, FIXED"})
  void shouldKnowCountriesOutsideThePlan(String number, String country, String zone, LineType line) {
    // when
    Whereabouts where = where(number);

    // then
    assertThat(where.country()).isEqualTo(country);
    assertThat(where.byNumber()).isEqualTo(places("", zone));
    assertThat(where.line()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"+61293744000, AU-ACT AU-NSW AU-VIC, Australia/Melbourne Australia/Sydney",
      "+61390123456, AU-NSW AU-TAS AU-VIC, Australia/Hobart Australia/Melbourne Australia/Sydney",
      "+61755123456, AU-NSW AU-QLD, Australia/Brisbane Australia/Sydney",
      "+61891641234, '', Indian/Christmas"})
  void shouldKnowAreasOfAustralia(String number, String states, String zones) {
    // when
    Whereabouts where = where(number);

    // then
    assertThat(where.country()).isEqualTo("AU");
    assertThat(where.byNumber()).isEqualTo(places(states, zones));
    assertThat(where.line()).isEqualTo(LineType.FIXED);
  }

  @Test
  void shouldHoldAllOfAustraliaForMobiles() {
    // when
    Whereabouts where = where("+61491570006");

    // then
    assertThat(where.line()).isEqualTo(LineType.WIRELESS);
    assertThat(where.byNumber().regions()).containsExactly("AU-ACT", "AU-NSW", "AU-NT", "AU-QLD", "AU-SA", "AU-TAS",
        "AU-VIC", "AU-WA");
    assertThat(where.byNumber().zones()).containsAll(zones("Australia/Sydney", "Australia/Melbourne",
        "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin", "Australia/Perth", "Australia/Hobart",
        "Australia/Eucla", "Australia/Broken_Hill", "Australia/Lord_Howe", "Indian/Christmas", "Indian/Cocos"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+80012345678", "+870773111632", "+99912345678", "+11234567", "+12125550", "+10005550100",
      "+1999555010012", "+440000000", "+2101234567", "+12115550100", "+18615550100"})
  void shouldSayNothingOfNumbersWithoutCountry(String number) {
    // when
    Whereabouts where = where(number);

    // then
    assertThat(where.country()).isNull();
    assertThat(where.candidates(true)).isEqualTo(Candidates.NONE);
  }

  @Test
  void shouldNameTheVersionsOfItsSources() {
    // when
    String sources = where("+12125550100").sources();

    // then
    assertThat(sources).matches("libphonenumber \\d+\\.\\d+\\.\\d+, geocoder \\d+\\.\\d+, tzdb 20\\d\\d[a-z]")
        .startsWith(PlaceTables.version());
  }

  @Test
  void shouldAnswerTheSameAgainAndNeverThrow() {
    // given
    Random random = new Random(SEED);
    List<String> numbers = random.longs(20_000, 1_000_000, 1_000_000_000_000_000L).mapToObj(digits -> "+" + digits)
        .toList();
    List<Whereabouts> first = numbers.stream().map(this::where).toList();

    // when
    List<Whereabouts> again = numbers.reversed().stream().map(this::where).toList().reversed();

    // then
    assertThat(again).as("seed %d", SEED).isEqualTo(first);
  }

  private Whereabouts where(String number) {
    return atlas.whereabouts(new PhoneNumber(number), Told.NOTHING);
  }

  private static Candidates places(String regions, String zones) {
    return new Candidates(DataFile.values(regions), zones(zones.split(" ", -1)));
  }

  private static List<ZoneId> zones(String... names) {
    return Arrays.stream(names).map(ZoneId::of).toList();
  }
}
