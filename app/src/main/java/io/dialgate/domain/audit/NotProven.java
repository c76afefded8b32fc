package io.dialgate.domain.audit;

import java.util.OptionalLong;

/**
 * What was handed in does not prove what it claims: a proof that leads elsewhere, a note that nobody known has signed, bytes
 * that are not in their format. Checked, because whoever asks for a proof must not be able to overlook that there is none.
 */
public final class NotProven extends Exception {

  private static final long serialVersionUID = 1L;

  private final String where;
  private final String expected;
  private final String found;
  private final long index;

  /**
   * A failure that belongs to no entry of its own.
   *
   * @param where the file or the part of it, such as {@code checkpoint} or {@code tile/0/000}
   * @param expected what had to be there
   * @param found what was there
   */
  public NotProven(String where, String expected, String found) {
    this(where, -1, expected, found);
  }

  private NotProven(String where, long index, String expected, String found) {
    super("expected %s, but got %s in %s; do not rely on it".formatted(expected, found, where));
    this.where = where;
    this.index = index;
    this.expected = expected;
    this.found = found;
  }

  /** A failure whose first entry is known: that one, or the first of those that a hash covers. */
  public static NotProven at(long index, String where, String expected, String found) {
    return new NotProven(where, index, expected, found);
  }

  /** The file, or the part of it. */
  public String where() {
    return where;
  }

  /** The first entry that is concerned, where it is known. */
  public OptionalLong index() {
    return index < 0 ? OptionalLong.empty() : OptionalLong.of(index);
  }

  /** What had to be there. */
  public String expected() {
    return expected;
  }

  /** What was there. */
  public String found() {
    return found;
  }
}
