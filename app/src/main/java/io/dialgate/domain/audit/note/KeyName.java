package io.dialgate.domain.audit.note;

/** The names that keys of signed notes may have: not empty, without a Unicode space and without a plus. */
final class KeyName {

  private static final int NEXT_LINE = 0x85;

  private KeyName() {}

  static boolean isValid(String name) {
    return !name.isEmpty() && name.codePoints().noneMatch(KeyName::isForbidden);
  }

  /** Java's two notions of a space together are Unicode's, but for the next-line control. */
  private static boolean isForbidden(int c) {
    return c == '+' || c < ' ' || c == NEXT_LINE || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
