package io.dialgate.bridge.outbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which word about a number was the last, so that an older one that is tried again does not undo it. Remembers the latest {@value
 * #MAX_NUMBERS} numbers; of a number that is forgotten, an older addition may put it back on a list: too much is suppressed. A
 * removal is tried again only if it surely is the last word.
 */
final class LatestWords {

  static final int MAX_NUMBERS = 100_000;

  private final Map<String, Word> words = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Word> eldest) {
      return size() > MAX_NUMBERS;
    }
  };
  private long doubts;

  /** @param doubts how many there had been when it was said */
  private record Word(long offset, long doubts) {}

  /** All words about a number are on one partition: the later has the larger offset. */
  boolean isOvertaken(String number, long offset) {
    Word latest = words.get(number);
    return latest != null && offset < latest.offset;
  }

  /** Whether it is the last, and nobody else can have heard a later one. */
  boolean isSurelyLatest(String number, long offset) {
    Word latest = words.get(number);
    return latest != null && latest.offset == offset && latest.doubts == doubts;
  }

  void said(String number, long offset) {
    Word before = words.get(number);
    if (before == null || before.offset <= offset) {
      words.put(number, new Word(offset, doubts));
    }
  }

  /** Later words may be heard by somebody else from now on, or until now. */
  void doubt() {
    doubts++;
  }
}
