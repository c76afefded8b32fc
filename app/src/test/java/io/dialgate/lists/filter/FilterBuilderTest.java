package io.dialgate.lists.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.lists.Listed;
import io.dialgate.lists.layout.Digits;
import io.dialgate.lists.merge.Groups;
import io.dialgate.lists.merge.Spool;

/** {@code -Ddialgate.filter.numbers=10000000} asks about ten million numbers. */
class FilterBuilderTest {

  private static final int NUMBERS = Integer.getInteger("dialgate.filter.numbers", 200_000);
  private static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({"0.01, true", "0.01, false", "0.0001, true"})
  void shouldHoldEveryListedNumberAndClaimAsFewOthersAsWasAskedFor(double fpp, boolean keyed) {
    // given
    NumberDigest digest = keyed ? NumberDigest.keyed(KEY) : NumberDigest.plain();
    try (var table = table(); var probes = new Spool(folder, "probes")) {
      // when
      FilterFile file = new FilterBuilder(fpp, 100_000).build(
          () -> new Listed(new Groups(table.sorted(), (_, later) -> later)), Set.of(), Set.of(), digest, probes, NOW);

      // then
      assertThat(file.facts().numbers()).isEqualTo(NUMBERS);
      assertThat((double) file.filter().bits())
          .isLessThan(1.1 * BloomFilter.theoreticalBits(NUMBERS, fpp));
      assertThat(file.facts().measured()).isCloseTo(fpp, within(0.3 * fpp + 0.0001));
      assertThat(missing(file, digest)).as("false negatives of %d", NUMBERS).isZero();
      assertThat(claimed(file, digest)).isLessThan((int) (NUMBERS * (1.3 * fpp + 0.0001)));
    }
  }

  private static int missing(FilterFile file, NumberDigest digest) {
    int missing = 0;
    for (int i = 0; i < NUMBERS; i++) {
      missing += file.mayBeListed(Digits.e164(number(i)), digest) ? 0 : 1;
    }
    return missing;
  }

  /** Of as many others, from another part of the plan. */
  private static int claimed(FilterFile file, NumberDigest digest) {
    int claimed = 0;
    for (int i = 0; i < NUMBERS; i++) {
      claimed += file.mayBeListed(Digits.e164(number(i) + 700_000_000L), digest) ? 1 : 0;
    }
    return claimed;
  }

  /** Each number, some listed twice, in no order; and as many that are listed no more. */
  private Spool table() {
    var spool = new Spool(folder, "table");
    var random = new SplittableRandom(7);
    for (int i = 0; i < NUMBERS; i++) {
      spool.add(number(i), 1);
      if (random.nextInt(10) == 0) {
        spool.add(number(random.nextInt(NUMBERS)), 1);
      }
    }
    for (int i = 0; i < NUMBERS; i++) {
      spool.add(number(NUMBERS + i), 1);
      spool.add(number(NUMBERS + i), 0);
    }
    return spool;
  }

  private static long number(int i) {
    return 12_122_000_000L + i;
  }
}
