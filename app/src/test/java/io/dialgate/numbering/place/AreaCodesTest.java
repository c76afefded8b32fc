package io.dialgate.numbering.place;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import org.junit.jupiter.api.Test;

/** The tables of area codes, as a whole. */
class AreaCodesTest {

  private static final long SEED = 20261121;
  private static final int SAMPLE = 20_000;
  private static final Set<String> TERRITORIES = Set.of("PR", "VI", "GU", "AS", "MP");

  /** Zones that libphonenumber names for single exchanges, and that no state of the code keeps. */
  private static final Map<String, Set<String>> STRAYS = Map.of("907", Set.of("Pacific/Honolulu"),
      "867", Set.of("America/Vancouver"));

  private final States states = new States();
  private final Map<String, AreaCode> codes = AreaCodes.read(states);

  /** Otherwise a code that is new in libphonenumber's metadata would be held to no state's law. */
  @Test
  void shouldKnowStateAndZoneOfEveryAreaCodeWithPlace() {
    // given
    Set<String> kept = DataFile.read("nanp-regions.csv").rows().stream().flatMap(row -> DataFile.values(row.get(1))
        .stream()).collect(toSet());

    // when
    List<String> withPlace = codes.keySet().stream().filter(AreaCodesTest::hasPlaceByLibphonenumber).toList();

    // then
    assertThat(withPlace).hasSizeGreaterThan(400);
    assertThat(kept).as("area codes in nanp-regions.csv; add what is missing").containsAll(withPlace);
    assertThat(withPlace).allSatisfy(code -> {
      assertThat(area(code).states()).as(code).isNotEmpty();
      assertThat(area(code).zones()).as(code).isNotEmpty();
    });
  }

  @Test
  void shouldHoldEveryZoneAndStateThatLibphonenumberNames() {
    // given
    Random random = new Random(SEED);
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    PhoneNumberOfflineGeocoder geocoder = PhoneNumberOfflineGeocoder.getInstance();
    List<String> known = List.copyOf(codes.keySet());

    for (int i = 0; i < SAMPLE; i++) {
      String code = known.get(random.nextInt(known.size()));
      PhoneNumber number = new PhoneNumber().setCountryCode(1).setNationalNumber(Long.parseLong(code) * 10_000_000
          + random.nextInt(2_000_000, 10_000_000));
      if (!phones.isValidNumber(number)) {
        continue;
      }

      // when
      AreaCode area = area(code);

      // then
      assertThat(area.zones()).as("seed %d, %s", SEED, number).containsAll(PlaceTables.zones(number));
      String place = geocoder.getDescriptionForValidNumber(number, Locale.ENGLISH);
      String state = place.substring(place.lastIndexOf(", ") + 1).strip();
      assertThat(area.states()).as("seed %d, %s, %s", SEED, number, place).containsAll(states.named(state, area
          .country()).regions().stream().filter(it -> it.startsWith(area.country())).toList());
    }
  }

  @Test
  void shouldShareAllPlacesAmongCodesThatOverlay() {
    // given
    List<List<String>> overlays = DataFile.read("nanp-overlays.csv").rows().stream().map(row -> DataFile.values(row.get(
        0))).toList();

    // when
    List<String> listed = overlays.stream().flatMap(List::stream).toList();

    // then
    assertThat(listed).as("codes of overlays; each belongs to one row").doesNotHaveDuplicates();
    assertThat(overlays).hasSizeGreaterThan(100).allSatisfy(row -> assertThat(row.stream().map(this::area).map(
        area -> new TreeSet<>(area.states()) + " " + new TreeSet<>(area.zones())).distinct()).as("%s", row).hasSize(1));
  }

  @Test
  void shouldHoldEveryZoneOfTheSplitList() {
    // given
    List<List<String>> splits = DataFile.read("nanp-splits.csv").rows();

    // when / then
    assertThat(splits).allSatisfy(row -> {
      assertThat(row.get(2)).as("why %s", row).isNotBlank();
      for (String code : DataFile.values(row.get(0))) {
        assertThat(area(code).zones()).as(code).containsAll(DataFile.values(row.get(1)));
      }
    });
  }

  /** Catches a code in the wrong state, and a state that lacks one of its zones. */
  @Test
  void shouldKeepTheTimesOfItsStates() {
    // when
    List<String> astray = new ArrayList<>();
    codes.forEach((code, area) -> {
      Set<List<ZoneOffset>> ofStates = new HashSet<>();
      states.zones(area.states()).forEach(zone -> ofStates.add(times(zone)));
      area.zones().stream().filter(zone -> !area.states().isEmpty() && !ofStates.contains(times(ZoneId.of(zone))))
          .filter(zone -> !STRAYS.getOrDefault(code, Set.of()).contains(zone))
          .forEach(zone -> astray.add(code + " " + zone));
    });

    // then
    assertThat(astray).isEmpty();
  }

  private AreaCode area(String code) {
    return Objects.requireNonNull(codes.get(code), code);
  }

  private static List<ZoneOffset> times(ZoneId zone) {
    return Stream.of("2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z").map(Instant::parse).map(zone.getRules()::getOffset)
        .toList();
  }

  /** Fixed or mobile lines of the United States, its territories and Canada. */
  private static boolean hasPlaceByLibphonenumber(String code) {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    return PlaceTables.exchanges(Integer.parseInt(code)).filter(phones::isValidNumber).anyMatch(number -> {
      String region = phones.getRegionCodeForNumber(number);
      return (region.equals("US") || region.equals("CA") || TERRITORIES.contains(region)) && switch (phones
          .getNumberType(number)) {
        case FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE -> true;
        default -> false;
      };
    });
  }
}
