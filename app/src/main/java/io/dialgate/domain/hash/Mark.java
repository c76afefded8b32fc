package io.dialgate.domain.hash;

import java.util.List;
import java.util.Objects;

/**
 * A 64-bit mark of some texts, by which a repetition is known: FNV-1a over their UTF-16 units, each text closed by a unit that
 * is no character. Not for secrets, and not against somebody who looks for collisions: a collision makes two events of one
 * entry, or two requests of one number with one id, look alike.
 */
public final class Mark {

  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  /** Two code points that are no characters (Unicode 23.7), and that no sane text has. */
  private static final int END_OF_TEXT = 0xFFFF;
  private static final String ABSENT = "\uFFFE";

  private Mark() {}

  /** The mark of one text. */
  public static long of(String text) {
    return close(add(OFFSET_BASIS, text));
  }

  /** The mark of several values in their order, absent ones included. */
  public static long of(List<?> values) {
    long mark = OFFSET_BASIS;
    for (Object value : values) {
      mark = close(add(mark, Objects.toString(value, ABSENT)));
    }
    return mark;
  }

  private static long add(long mark, String text) {
    long next = mark;
    for (int i = 0; i < text.length(); i++) {
      next = (next ^ text.charAt(i)) * PRIME;
    }
    return next;
  }

  private static long close(long mark) {
    return (mark ^ END_OF_TEXT) * PRIME;
  }
}
