package io.dialgate.domain.risk.velocity;

import java.util.Arrays;

/** Writes numbers, small ones in few bytes: groups of seven bits, the lowest first, each but the last marked (LEB128). */
final class PageWriter {

  private byte[] bytes = new byte[256];
  private int size;

  /** A number that is not negative. */
  PageWriter number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      single((int) rest | 0x80);
      rest >>>= 7;
    }
    return single((int) rest);
  }

  /** The lowest bytes of a number, the highest first. */
  PageWriter fixed(long value, int width) {
    for (int shift = (width - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      single((int) (value >>> shift));
    }
    return this;
  }

  PageWriter text(byte[] utf8) {
    number(utf8.length);
    for (byte one : utf8) {
      single(one);
    }
    return this;
  }

  static void fixed(byte[] bytes, int at, long value, int width) {
    long rest = value;
    for (int i = at + width - 1; i >= at; i--) {
      bytes[i] = (byte) rest;
      rest >>>= Byte.SIZE;
    }
  }

  int size() {
    return size;
  }

  byte[] toBytes() {
    return toBytes(size);
  }

  /** What was written, and zeros up to a length. */
  byte[] toBytes(int length) {
    return Arrays.copyOf(bytes, length);
  }

  private PageWriter single(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
    return this;
  }
}
