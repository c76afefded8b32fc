package io.dialgate.lists.contact;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.dialgate.lists.RefusedList;

/** Bytes as lines, each with its end: LF, CR LF or CR, also mixed. Put together they are the file again. */
final class RawLines implements AutoCloseable {

  /** The most bytes that a line can have; a contact has some hundred. */
  static final int MAX_BYTES = 64 << 10;

  private static final int BUFFER_BYTES = 256 << 10;

  private final InputStream in;
  private final String name;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private byte[] line = new byte[1 << 10];
  private int at;
  private int limit;
  private long number;

  /**
   * Of a stream, which is closed with it.
   *
   * @param name of the file, for the sentences about it
   */
  RawLines(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /**
   * The next line with its end; the last one may have none. Null after it.
   *
   * @throws RefusedList if it is longer than {@link #MAX_BYTES}
   */
  byte @Nullable [] next() throws IOException {
    int length = 0;
    while (at < limit || fill()) {
      byte b = buffer[at++];
      if (length == MAX_BYTES) {
        throw new RefusedList(
            "expected rows of at most %d bytes, but line %d of %s is longer; name a contact list in CSV, with a row a contact"
                .formatted(MAX_BYTES, number + 1, name));
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = b;
      if (b == '\n' || (b == '\r' && isEndOfReturn())) {
        break;
      }
    }
    if (length == 0) {
      return null;
    }
    number++;
    return Arrays.copyOf(line, length);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Whether no line feed follows that belongs to it. */
  private boolean isEndOfReturn() throws IOException {
    return !(at < limit || fill()) || buffer[at] != '\n';
  }

  private boolean fill() throws IOException {
    limit = Math.max(0, in.read(buffer, 0, BUFFER_BYTES));
    at = 0;
    return limit > 0;
  }
}
