package io.dialgate.lists.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.dialgate.lists.file.WhyNot;

/** Writes pairs of longs, 16 bytes each, to a file. */
public final class PairWriter implements AutoCloseable {

  static final int PAIR_BYTES = 2 * Long.BYTES;

  private static final int BUFFER_BYTES = 1 << 20;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

  /** To a new file; an older one of that name is overwritten. */
  public PairWriter(Path file) {
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  /** Adds a pair. */
  public void add(long first, long second) {
    if (buffer.remaining() < PAIR_BYTES) {
      flush();
    }
    buffer.putLong(first).putLong(second);
  }

  /** Returns when the disk has all of it. */
  public void force() {
    flush();
    try {
      channel.force(true);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  @Override
  public void close() {
    try (channel) {
      flush();
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private void flush() {
    try {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private static UncheckedIOException noRoom(IOException e) {
    return new UncheckedIOException(
        "expected room for the numbers that are sorted, 16 bytes each, but: %s; make room".formatted(WhyNot.of(e)), e);
  }
}
