package io.dialgate.numbering.place;

import java.util.Arrays;

import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Atlas;
import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.place.LineType;
import io.dialgate.domain.place.Told;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.numbering.Recent;

/**
 * The atlas over this package's tables and libphonenumber's metadata.
 *
 * <p>Numbers of calling code 1 are looked up by their area code; any others are asked for at libphonenumber, and the answers
 * are remembered for a while. A number that no plan knows is given the country of its calling code only where that has just
 * one. Guernsey, Jersey and the Isle of Man are countries of their own; Puerto Rico, Guam, the U.S. Virgin Islands, American
 * Samoa and the Northern Marianas belong to the United States, Christmas Island and the Cocos Islands to Australia.
 *
 * <p>Safe for use by several threads; make one and share it. Nothing that is passed in makes it throw.
 */
public final class NumberAtlas implements Atlas {

  private static final int E164_LENGTH_OF_THE_PLAN = 12;
  private static final int AREA_CODES = 1_000;

  private final String sources = DataFile.read("libphonenumber-nanp.csv").version() + ", tzdb " + Zones.version();
  private final Whereabouts nowhere = new Whereabouts(null, Candidates.NONE, Candidates.NONE, LineType.UNKNOWN,
      sources);
  private final Whereabouts[] byAreaCode = new Whereabouts[AREA_CODES];
  private final boolean[] lineByNumber = new boolean[AREA_CODES];
  private final Numbers numbers = new Numbers();
  private final Recent<Whereabouts> recent = new Recent<>();
  private final Countries countries;
  private final ToldPlaces toldPlaces;

  /** Reads the tables: some 100 milliseconds. */
  public NumberAtlas() {
    States states = new States();
    this.countries = new Countries(states);
    this.toldPlaces = new ToldPlaces(states);
    Arrays.fill(byAreaCode, nowhere);
    AreaCodes.read(states).forEach(this::keep);
  }

  private void keep(String code, AreaCode area) {
    int index = Integer.parseInt(code);
    LineType line = area.line();
    lineByNumber[index] = line == null;
    byAreaCode[index] = new Whereabouts(area.country(), area.candidates(), Candidates.NONE,
        line == null ? LineType.UNKNOWN : line, sources);
  }

  @Override
  public Whereabouts whereabouts(PhoneNumber number, Told told) {
    Whereabouts known = byNumber(number.e164());
    if (told.equals(Told.NOTHING)) {
      return known;
    }
    Candidates byContact = toldPlaces.find(told, known.country());
    return byContact.isEmpty()
        ? known
        : new Whereabouts(known.country(), known.byNumber(), byContact, known.line(), known.sources());
  }

  private Whereabouts byNumber(String e164) {
    if (e164.charAt(1) != '1' || e164.length() != E164_LENGTH_OF_THE_PLAN) {
      return remembered(e164, nowhere);
    }
    int code = Integer.parseInt(e164, 2, 5, 10);
    Whereabouts area = byAreaCode[code];
    return lineByNumber[code] ? remembered(e164, area) : area;
  }

  private Whereabouts remembered(String e164, Whereabouts area) {
    Whereabouts known = recent.find(e164);
    if (known == null) {
      known = ask(e164, area);
      recent.remember(e164, known);
    }
    return known;
  }

  private Whereabouts ask(String e164, Whereabouts area) {
    Numbers.Asked asked = numbers.ask(e164);
    if (asked == null) {
      return area;
    }
    String region = asked.region();
    if (area.country() != null || region == null) {
      return new Whereabouts(area.country(), area.byNumber(), Candidates.NONE, asked.line(), sources);
    }
    String country = Countries.country(region);
    return new Whereabouts(country, countries.places(asked.callingCode(), asked.national(), country), Candidates.NONE,
        asked.line(), sources);
  }
}
