package io.dialgate.runtime.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tag values of which there may be only so many: each is a time series in memory, here and in Prometheus, and some come from
 * records that anybody wrote. What comes after the bound counts as {@value #OTHER}.
 */
final class BoundedTag {

  /** Stands for every value past the bound, or of no sensible form. */
  static final String OTHER = "other";

  /** Longer values are cut. */
  static final int MAX_LENGTH = 64;

  /** So many digits in a row could be a phone number, which has no place in a metric. */
  private static final String LIKE_A_NUMBER = ".*\\d{7,}.*";

  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final int bound;

  /**
   * A tag.
   *
   * @param bound how many different values are kept apart
   */
  BoundedTag(int bound) {
    this.bound = bound;
  }

  String of(String value) {
    String tag = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
    if (seen.contains(tag)) {
      return tag;
    }
    return admitted(tag) ? tag : OTHER;
  }

  private synchronized boolean admitted(String tag) {
    if (tag.isBlank() || tag.matches(LIKE_A_NUMBER)) {
      return false;
    }
    return seen.contains(tag) || (seen.size() < bound && seen.add(tag));
  }
}
