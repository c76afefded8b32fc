package io.dialgate.lists.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

import io.dialgate.lists.RefusedList;

/**
 * Unpacked bytes, as long as they are not many times what they were packed into: numbers of ten digits shrink to a third at
 * best, what shrinks to a hundredth is made to fill disks.
 */
final class Growth extends FilterInputStream {

  /** How many times its packed size an archive may grow to. */
  static final int MAX_TIMES = 100;

  /** What a small one may grow to all the same, in bytes. */
  static final long FREE_BYTES = 16L << 20;

  private final String name;
  private final LongSupplier packed;
  private long unpacked;

  /**
   * A guarded stream.
   *
   * @param packed how many packed bytes were read so far
   */
  Growth(InputStream in, String name, LongSupplier packed) {
    super(in);
    this.name = name;
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    grow(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    grow(Math.max(0, read));
    return read;
  }

  private void grow(int bytes) {
    unpacked += bytes;
    if (unpacked > FREE_BYTES && unpacked / MAX_TIMES > packed.getAsLong()) {
      throw new RefusedList(
          "expected an archive that grows to at most %d times its size, but %s grows to more; unpack it and look what it is"
              .formatted(MAX_TIMES, name));
    }
  }
}
