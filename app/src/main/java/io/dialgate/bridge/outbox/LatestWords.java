package io.dialgate.bridge.outbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which word about a number was the last, so that an older one that is tried again does not undo it. Remembers the latest {@value
 * #MAX_NUMBERS} numbers; of a number that is forgotten, an older addition may put it back on a list: too much is suppressed. A
 * removal is never tried again later.
 */
final class LatestWords {

  static final int MAX_NUMBERS = 100_000;

  private final Map<String, Long> offsets = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
      return size() > MAX_NUMBERS;
    }
  };

  /** All words about a number are on one partition: the later has the larger offset. */
  boolean isOvertaken(String number, long offset) {
    Long latest = offsets.get(number);
    return latest != null && offset < latest;
  }

  void said(String number, long offset) {
    offsets.merge(number, offset, Math::max);
  }
}
