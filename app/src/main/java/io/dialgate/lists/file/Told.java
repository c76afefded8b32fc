package io.dialgate.lists.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells after each buffer that it was read. */
final class Told extends FilterInputStream {

  private final Runnable read;

  Told(InputStream in, Runnable read) {
    super(in);
    this.read = read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    read.run();
    return count;
  }
}
