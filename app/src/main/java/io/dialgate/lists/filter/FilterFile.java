package io.dialgate.lists.filter;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pre-filter as it is written and read.
 *
 * @param facts what it is
 * @param prefixes beginnings of E.164 numbers, all of which are listed; never in the filter
 * @param filter the numbers
 */
public record FilterFile(Facts facts, Set<String> prefixes, BloomFilter filter) {

  /** Keeps its own copy. */
  public FilterFile {
    prefixes = Set.copyOf(new TreeSet<>(prefixes));
  }

  /**
   * What a filter is.
   *
   * @param keyed whether its digests are HMAC-SHA-256, or else SHA-256
   * @param keyCheck of its key, as {@link NumberDigest#keyCheck}
   * @param numbers how many it holds
   * @param target the rate of false positives that it was made for
   * @param measured the rate that was measured against the table
   * @param createdAt when the table was read
   */
  public record Facts(boolean keyed, long keyCheck, long numbers, double target, double measured, Instant createdAt) {}

  /**
   * Whether the number may be listed; if not, it surely was on no list when the filter was made.
   *
   * @param digest of this file's kind and key; it is moved to the number
   */
  public boolean mayBeListed(String e164, NumberDigest digest) {
    digest.number(e164);
    return filter.mayContain(digest) || prefixes.stream().anyMatch(e164::startsWith);
  }

  /** Whether digests of this kind and key are those of the file. */
  public boolean fits(NumberDigest digest) {
    return facts.keyed() == digest.isKeyed() && facts.keyCheck() == digest.keyCheck();
  }
}
