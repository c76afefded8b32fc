package io.dialgate.lists.filter;

/**
 * A set that forgets nothing and sometimes claims too much (Bloom 1970), for numbers by their digests.
 *
 * <pre>
 *   bits      m = n · ln(1/p) / (ln 2)²        hashes    k = m/n · ln 2
 *   index i   (first + i · second mod 2^64) mod m, unsigned, for i = 0 … k-1   (Kirsch and Mitzenmacher 2008)
 * </pre>
 */
public final class BloomFilter {

  /** Numbers that it can be made for: all of North America's, several times. */
  static final long MAX_NUMBERS = 4_000_000_000L;

  private static final double LN_2 = Math.log(2);
  private static final int WORD_BITS = Long.SIZE;

  private final long[] words;
  private final long bits;
  private final int hashes;

  BloomFilter(long[] words, int hashes) {
    this.words = words;
    this.bits = (long) words.length * WORD_BITS;
    this.hashes = hashes;
  }

  /**
   * An empty one.
   *
   * @param numbers how many it will hold
   * @param fpp the part of other numbers that it may claim to hold, between 0 and 1
   */
  public static BloomFilter sized(long numbers, double fpp) {
    if (!(fpp > 0 && fpp < 1) || numbers < 0 || numbers > MAX_NUMBERS) {
      throw new IllegalArgumentException(
          "expected a rate between 0 and 1 and at most %,d numbers, but got %s and %,d".formatted(MAX_NUMBERS, fpp,
              numbers));
    }
    double theory = theoreticalBits(numbers, fpp);
    int count = (int) Math.max(1, Math.ceil(theory / WORD_BITS));
    double bitsEach = numbers == 0 ? 1 : (double) count * WORD_BITS / numbers;
    return new BloomFilter(new long[count], Math.clamp(Math.round(bitsEach * LN_2), 1, WORD_BITS));
  }

  /** The fewest bits with which a Bloom filter holds so many numbers at that rate. */
  public static double theoreticalBits(long numbers, double fpp) {
    return numbers * -Math.log(fpp) / (LN_2 * LN_2);
  }

  /** Puts the number in at which the digest stands. */
  public void add(NumberDigest digest) {
    long hash = digest.first();
    for (int i = 0; i < hashes; i++) {
      long bit = Long.remainderUnsigned(hash, bits);
      words[(int) (bit / WORD_BITS)] |= 1L << bit;
      hash += digest.second();
    }
  }

  /** Whether the number at which the digest stands may be in; if not, it surely is not. */
  public boolean mayContain(NumberDigest digest) {
    long hash = digest.first();
    for (int i = 0; i < hashes; i++) {
      long bit = Long.remainderUnsigned(hash, bits);
      if ((words[(int) (bit / WORD_BITS)] & 1L << bit) == 0) {
        return false;
      }
      hash += digest.second();
    }
    return true;
  }

  /** How many bits it has. */
  public long bits() {
    return bits;
  }

  /** How many bits of it a number sets. */
  public int hashes() {
    return hashes;
  }

  long[] words() {
    return words;
  }
}
