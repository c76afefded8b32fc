package io.dialgate.numbering.place;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;

import io.dialgate.domain.place.LineType;

/** The tables that are written from libphonenumber: what it says of each area code's exchanges, and of each country. */
final class PlaceTables {

  /** How to write them anew; every failure that asks for it names it. */
  static final String COMMAND = "mvn -pl schemas,app test -Dtest=PlaceTablesCommand"
      + " -Dsurefire.failIfNoSpecifiedTests=false";

  static final Path FOLDER = Path.of(System.getProperty("basedir", ""),
      "src/main/resources/io/dialgate/numbering/place");
  static final String NANP = "libphonenumber-nanp.csv";
  static final String COUNTRIES = "libphonenumber-countries.csv";

  private static final int NORTH_AMERICA = 1;
  private static final int FIRST = 200;
  private static final int END = 1_000;
  private static final int LINE = 5_678;

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final PhoneNumberToTimeZonesMapper ZONES = PhoneNumberToTimeZonesMapper.getInstance();
  private static final PhoneNumberOfflineGeocoder PLACES = PhoneNumberOfflineGeocoder.getInstance();

  private PlaceTables() {}

  static String nanp() {
    States states = new States();
    StringBuilder table = new StringBuilder(
        """
            # What libphonenumber says of the exchanges of each area code of the North American Numbering Plan: the country, the kind
            # of its lines (BY_NUMBER: it differs), and the zones and states of all exchanges together. No zone: it only says that
            # the code belongs to the plan.
            # Written by PlaceTablesCommand, never by hand. Version: %s
            area_code,country,line,zones,states
            """
            .formatted(version()));
    for (int code = FIRST; code < END; code++) {
      String country = country(code);
      if (!country.isEmpty()) {
        table.append("%d,%s,%s,%s,%s%n".formatted(code, country, line(code), joined(zones(code)), joined(states(code,
            states))));
      }
    }
    return table.toString();
  }

  static String countries() {
    StringBuilder table = new StringBuilder(
        """
            # The zones of each country outside the North American Numbering Plan, as libphonenumber has them: those of the whole
            # calling code, where countries share one.
            # Written by PlaceTablesCommand, never by hand. Version: %s
            country,zones
            """
            .formatted(version()));
    for (String region : new TreeSet<>(PHONES.getSupportedRegions())) {
      int callingCode = PHONES.getCountryCodeForRegion(region);
      if (callingCode != NORTH_AMERICA) {
        PhoneNumber nobody = new PhoneNumber().setCountryCode(callingCode).setNationalNumber(0);
        table.append("%s,%s%n".formatted(region, joined(zones(nobody))));
      }
    }
    return table.toString();
  }

  /** The zones of a number by its digits alone, unless they are all of the plan; then none. */
  static Set<String> zones(PhoneNumber number) {
    Set<String> zones = new TreeSet<>(ZONES.getTimeZonesForGeographicalNumber(number));
    zones.remove(PhoneNumberToTimeZonesMapper.getUnknownTimeZone());
    boolean all = number.getCountryCode() == NORTH_AMERICA && zones.equals(zonesOfThePlan());
    return all ? Set.of() : zones;
  }

  static Set<String> zonesOfThePlan() {
    return new TreeSet<>(ZONES.getTimeZonesForGeographicalNumber(new PhoneNumber().setCountryCode(NORTH_AMERICA)
        .setNationalNumber(0)));
  }

  /** One number of each exchange of an area code. */
  static Stream<PhoneNumber> exchanges(int areaCode) {
    return Stream.iterate(FIRST, exchange -> exchange < END, exchange -> exchange + 1).map(
        exchange -> new PhoneNumber().setCountryCode(NORTH_AMERICA).setNationalNumber((areaCode * 1_000L + exchange)
            * 10_000 + LINE));
  }

  /** Empty for a code that belongs to nobody. */
  private static String country(int code) {
    return exchanges(code).map(PHONES::getRegionCodeForNumber).filter(region -> region != null).findFirst()
        .orElse("");
  }

  private static String line(int code) {
    Set<LineType> lines = exchanges(code).map(PHONES::getNumberType).filter(type -> type != PhoneNumberType.UNKNOWN)
        .map(
            LineTypes::of)
        .collect(toCollection(TreeSet::new));
    return lines.size() == 1 ? lines.iterator().next().name() : AreaCode.LINE_BY_NUMBER;
  }

  private static Set<String> zones(int code) {
    return exchanges(code).flatMap(number -> zones(number).stream()).collect(toCollection(TreeSet::new));
  }

  /** {@code Hammond, IN}, {@code Indiana} and {@code Nova Scotia/Prince Edward Island}; cities alone name no state. */
  private static Set<String> states(int code, States states) {
    String country = country(code);
    return exchanges(code).map(number -> PLACES.getDescriptionForValidNumber(number, Locale.ENGLISH)).distinct()
        .flatMap(description -> Stream.of(description.substring(description.lastIndexOf(", ") + 1).split("/")))
        .flatMap(name -> states.named(name.strip(), country).regions().stream())
        .filter(state -> state.startsWith(country + "-")).collect(toCollection(TreeSet::new));
  }

  private static String joined(Collection<String> values) {
    return String.join(" ", values);
  }

  static String version() {
    return "libphonenumber %s, geocoder %s".formatted(versionOf("libphonenumber"), versionOf("geocoder"));
  }

  private static String versionOf(String artifact) {
    String pom = "/META-INF/maven/com.googlecode.libphonenumber/" + artifact + "/pom.properties";
    try (InputStream in = PhoneNumberUtil.class.getResourceAsStream(pom)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
