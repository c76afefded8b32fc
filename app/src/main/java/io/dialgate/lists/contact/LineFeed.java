package io.dialgate.lists.contact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Feeds a parser line by line, and keeps the bytes of every line that was fed until somebody takes them. So they are known for
 * each record, although a parser tells only on which line it is.
 */
final class LineFeed extends Reader {

  /** The most bytes of one row; what is longer is a quote that nobody closed. */
  static final int MAX_ROW_BYTES = RawLines.MAX_BYTES;

  private final RawLines lines;

  /** Lines to feed before those of the file: an earlier parser had them and came to nothing. */
  private final Deque<byte[]> again = new ArrayDeque<>();

  private final Deque<byte[]> fed = new ArrayDeque<>();
  private int fedBytes;
  private byte @Nullable [] current;
  private int at;

  LineFeed(RawLines lines) {
    this.lines = lines;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (current == null || at == current.length) {
      current = again.isEmpty() ? lines.next() : again.removeFirst();
      at = 0;
      if (current == null) {
        return -1;
      }
      fed.addLast(current);
      fedBytes += current.length;
      if (fedBytes > 2 * MAX_ROW_BYTES) {
        throw new IOException("a row longer than %d bytes".formatted(MAX_ROW_BYTES));
      }
    }
    int count = Math.min(length, current.length - at);
    String text = new String(current, at, count, StandardCharsets.ISO_8859_1);
    text.getChars(0, count, into, offset);
    at += count;
    return count;
  }

  /** Takes the first lines that were fed, as one. */
  byte[] take(long count) {
    if (count == 1) {
      return takeLine();
    }
    var all = new ByteArrayOutputStream();
    for (long i = 0; i < count; i++) {
      all.writeBytes(takeLine());
    }
    return all.toByteArray();
  }

  /** Feeds everything once more that was not taken. */
  void rewind() {
    while (!fed.isEmpty()) {
      again.addFirst(fed.removeLast());
    }
    fedBytes = 0;
    current = null;
  }

  /** Whether a line was fed that nobody took. */
  boolean hasFed() {
    return !fed.isEmpty();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private byte[] takeLine() {
    byte[] line = fed.removeFirst();
    fedBytes -= line.length;
    return line;
  }
}
