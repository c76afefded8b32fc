package io.dialgate.lists.file;

import java.io.IOException;
import java.io.InputStream;

import io.dialgate.lists.RefusedList;

/**
 * Bytes as lines, one at a time. A line ends with LF, CR LF or CR, also mixed; a byte order mark of UTF-8 is passed over. It holds
 * one line and one buffer, whatever the length of the file.
 */
public final class Lines {

  /** The most bytes that a line can have; those of registries have less than a tenth of it. */
  public static final int MAX_BYTES = 4_096;

  private static final int BUFFER_BYTES = 64 << 10;
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final String name;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] line = new byte[MAX_BYTES];
  private int at;
  private int limit;
  private int length;
  private long number;
  private boolean ended = true;
  private boolean afterReturn;

  /**
   * Of a stream, which stays the caller's to close.
   *
   * @param name of the file, for the sentences about it
   */
  public Lines(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /**
   * Goes to the next line.
   *
   * @return false at the end
   * @throws RefusedList if the line is longer than {@link #MAX_BYTES}, or the bytes are no text of one byte a character
   */
  public boolean next() throws IOException {
    length = 0;
    ended = false;
    while (!ended) {
      if (at == limit && !fill()) {
        break;
      }
      take();
    }
    if (!ended && length == 0) {
      return false;
    }
    number++;
    if (number == 1) {
      dropMark();
    }
    return true;
  }

  /** The line's bytes, without its end, in an array that the next line overwrites: {@link #length} of them count. */
  public byte[] bytes() {
    return line;
  }

  /** How many bytes the line has. */
  public int length() {
    return length;
  }

  /** Its place: the first is 1. */
  public long number() {
    return number;
  }

  /** Whether it has an end; the last of a file need not, and does not where the file was cut. */
  public boolean isEnded() {
    return ended;
  }

  private boolean fill() throws IOException {
    limit = in.read(buffer, 0, BUFFER_BYTES);
    at = 0;
    limit = Math.max(limit, 0);
    return limit > 0;
  }

  /** Takes bytes of the buffer up to the line's end, or all. */
  private void take() {
    if (afterReturn) {
      afterReturn = false;
      if (buffer[at] == '\n') {
        at++;
      }
    }
    while (at < limit) {
      byte b = buffer[at++];
      if (b == '\n' || b == '\r') {
        afterReturn = b == '\r';
        ended = true;
        return;
      }
      if (b == 0) {
        throw new RefusedList(
            "expected text in ASCII or UTF-8, but got a zero byte in %s line %d; save the file as UTF-8, not UTF-16"
                .formatted(name, number + 1));
      }
      if (length == MAX_BYTES) {
        throw new RefusedList("expected lines of at most %d bytes, but line %d of %s is longer; name a registry's file"
            .formatted(MAX_BYTES, number + 1, name));
      }
      line[length++] = b;
    }
  }

  private void dropMark() {
    if (length >= UTF_8_MARK.length && line[0] == UTF_8_MARK[0] && line[1] == UTF_8_MARK[1]
        && line[2] == UTF_8_MARK[2]) {
      length -= UTF_8_MARK.length;
      System.arraycopy(line, UTF_8_MARK.length, line, 0, length);
    }
  }
}
