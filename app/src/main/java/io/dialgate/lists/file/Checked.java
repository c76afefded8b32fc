package io.dialgate.lists.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** Refuses at its end a part of a zip whose bytes are not those that were packed; the JDK's own class does not look. */
final class Checked extends CheckedInputStream {

  private final ZipEntry entry;

  Checked(InputStream in, ZipEntry entry) {
    super(in, new CRC32());
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    atEnd(b);
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    atEnd(read);
    return read;
  }

  private void atEnd(int read) throws IOException {
    if (read < 0 && entry.getCrc() >= 0 && entry.getCrc() != getChecksum().getValue()) {
      throw new ZipException("the checksum of " + entry.getName() + " is wrong");
    }
  }
}
