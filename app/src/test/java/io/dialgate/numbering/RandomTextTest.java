package io.dialgate.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.dialgate.domain.phone.Numbering.Reading;

/** No text, however odd, may stop a task: the seeded generator mixes what numbers are made of with anything at all. */
class RandomTextTest {

  private static final long SEED = Long.getLong("fz", 3966);
  private static final int TEXTS = Integer.getInteger("fn", 60_000);

  private static final List<String> PIECES = List.of("+", "++", "00", "011", "1", "44", "39", "800", "202", "555",
      "0123",
      "0", "٢", "９", " ", "\t", "\u00a0", "\u202a", "\u202c", "-", "–", ".", "/", "(", ")", "[", "~", ";", ",", ",,",
      "#",
      "*", "x", "ext.", ";ext=", "доб", "tel:", "TEL:", "sip:", "sips:", "@", "@host", ";phone-context=", "+1", "%2B",
      "%",
      "%4", "%00", ":", "FLOWERS", "abc", "é", "中", "\ud83d", "\ude00", "\u0000", "\n", "999", "12345678901234567");
  private static final List<String> NUMBERS = List.of("+12025550123", "(202) 555-0123", "1-800-FLOWERS",
      "020 7946 0000",
      "+390236618300", "tel:+1-202-555-0123;ext=45", "sip:+12025550123@host");
  private static final List<String> REGIONS = List.of("US", "us", "UK", "GB", "IT", "DE", "AR", "BR", "FI", "AU", "SH",
      "ZZ",
      "", "001", "XX", "\u0000", "İ", "a region that nobody has heard of");

  @Test
  void shouldReadAnyTextWithoutThrowing() {
    // given
    Random random = new Random(SEED);
    LibPhoneNumbering numbering = new LibPhoneNumbering();
    int readable = 0;

    for (int i = 0; i < TEXTS; i++) {
      String text = switch (i % 5) {
        case 0 -> anything(random);
        case 1, 2 -> pieces(random);
        default -> disturbed(NUMBERS.get(random.nextInt(NUMBERS.size())), random);
      };
      String region = REGIONS.get(random.nextInt(REGIONS.size()));

      // when
      Reading reading = read(numbering, text, region);

      // then
      readable += reading instanceof Reading.Unusable ? 0 : 1;
      if (reading instanceof Reading.Unusable unusable) {
        assertThat(unusable.why()).as("seed %d, text %d", SEED, i).isNotBlank().hasSizeLessThan(150);
      }
    }
    assertThat(readable).as("numbers among the texts").isGreaterThan(TEXTS / 20);
  }

  private static Reading read(LibPhoneNumbering numbering, String text, String region) {
    try {
      return numbering.read(text, region);
    } catch (RuntimeException | Error e) {
      return fail("seed %d, text '%s', region '%s'".formatted(SEED, text, region), e);
    }
  }

  private static String pieces(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = 1 + random.nextInt(12); n > 0; n--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String disturbed(String number, Random random) {
    StringBuilder text = new StringBuilder(number);
    for (int n = random.nextInt(4); n > 0; n--) {
      text.insert(random.nextInt(text.length() + 1), PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String anything(Random random) {
    char[] text = new char[random.nextInt(300)];
    for (int i = 0; i < text.length; i++) {
      text[i] = (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000));
    }
    return new String(text);
  }
}
