package io.dialgate.lists.filter;

import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;

import io.dialgate.lists.layout.Digits;
import io.dialgate.lists.merge.Difference;
import io.dialgate.lists.merge.Groups;
import io.dialgate.lists.merge.Pairs;
import io.dialgate.lists.merge.Spool;

/**
 * Makes a filter of a table, asks it about every number of the table again, and measures how often it claims another one.
 *
 * @param fpp the rate of false positives to aim at
 * @param probes how many numbers that are not in the table are asked to measure it
 */
public record FilterBuilder(double fpp, int probes) {

  /** Enough to see a rate of 1 % to within 0.03 points, 19 times of 20. */
  public static final int PROBES = 500_000;

  /** Numbers of North America are asked: +1, then area code, exchange and line as they may be. */
  private static final long COUNTRY = 10_000_000_000L;

  /**
   * The filter of the numbers that are listed.
   *
   * @param table pairs of a number and 1 if it is listed at last, else 0; read twice
   * @param hashes SHA-256 of numbers that are listed without being told; only without a key
   * @param probing a spool for the numbers that are asked
   * @throws IllegalStateException if it does not hold a number of the table: then it must not be used
   */
  public FilterFile build(Listing table, Set<String> hashes, Set<String> prefixes, NumberDigest digest, Spool probing,
      Instant now) {
    long numbers = count(table) + hashes.size();
    BloomFilter filter = BloomFilter.sized(numbers, fpp);
    try (Pairs listed = table.read()) {
      while (listed.next()) {
        digest.number(Digits.e164(listed.number()));
        filter.add(digest);
      }
    }
    for (String hash : hashes) {
      digest.sha256(hash);
      filter.add(digest);
    }
    double measured = measure(table, filter, digest, probing);
    return new FilterFile(
        new FilterFile.Facts(digest.isKeyed(), digest.keyCheck(), numbers, fpp, measured, now), prefixes, filter);
  }

  /** The listed numbers, in order, each once; it can be read several times. */
  @FunctionalInterface
  public interface Listing {
    Pairs read();
  }

  private static long count(Listing table) {
    long count = 0;
    try (Pairs listed = table.read()) {
      while (listed.next()) {
        count++;
      }
    }
    return count;
  }

  private double measure(Listing table, BloomFilter filter, NumberDigest digest, Spool probing) {
    var random = new SplittableRandom(filter.bits());
    for (int i = 0; i < probes; i++) {
      probing.add(COUNTRY + random.nextLong(200, 1_000) * 10_000_000 + random.nextLong(2_000_000, 10_000_000), 0);
    }
    var asking = new Asking(filter, digest);
    try (Pairs listed = table.read(); var asked = new Groups(probing.sorted(), (first, _) -> first)) {
      Difference.tell(listed, asked, asking);
    }
    return asking.unlisted == 0 ? 0 : (double) asking.claimed / asking.unlisted;
  }

  /** Every listed number has to be in; of the others, as few as may be. */
  private static final class Asking implements Difference.Visitor {

    private final BloomFilter filter;
    private final NumberDigest digest;
    private long unlisted;
    private long claimed;

    Asking(BloomFilter filter, NumberDigest digest) {
      this.filter = filter;
      this.digest = digest;
    }

    @Override
    public void added(long number) {
      unlisted++;
      claimed += isIn(number) ? 1 : 0;
    }

    @Override
    public void removed(long number) {
      requireIn(number);
    }

    @Override
    public void kept(long number) {
      requireIn(number);
    }

    private void requireIn(long number) {
      if (!isIn(number)) {
        throw new IllegalStateException(
            "expected the filter to hold every listed number, but one is missing; do not use it, and report this");
      }
    }

    private boolean isIn(long number) {
      digest.number(Digits.e164(number));
      return filter.mayContain(digest);
    }
  }
}
