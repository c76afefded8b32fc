package io.dialgate.domain.risk.velocity;

import java.util.Arrays;

/** Reads what {@link PageWriter} wrote. */
final class PageReader {

  private final byte[] bytes;
  private int at;

  /**
   * Begins a page.
   *
   * @param version what its first byte must be
   * @throws IllegalStateException if it is another
   */
  PageReader(byte[] bytes, int version) {
    this.bytes = bytes;
    if (bytes.length == 0 || bytes[0] != version) {
      throw new IllegalStateException(
          "expected a velocity page of version %d, but got %s; use the version that wrote it"
              .formatted(version, bytes.length == 0 ? "an empty one" : "version " + bytes[0]));
    }
    at = 1;
  }

  long number() {
    long value = 0;
    for (int shift = 0;; shift += 7) {
      byte group = bytes[at++];
      value |= (group & 0x7FL) << shift;
      if (group >= 0) {
        return value;
      }
    }
  }

  int count() {
    return Math.toIntExact(number());
  }

  long fixed(int width) {
    long value = fixed(bytes, at, width);
    at += width;
    return value;
  }

  byte[] text() {
    int length = count();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  int position() {
    return at;
  }

  static long fixed(byte[] bytes, int at, int width) {
    long value = 0;
    for (int i = at; i < at + width; i++) {
      value = value << Byte.SIZE | (bytes[i] & 0xFF);
    }
    return value;
  }
}
