package io.dialgate.lists.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads what a {@link PairWriter} wrote. */
public final class PairFile implements Pairs {

  private static final int BUFFER_BYTES = 64 << 10;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private long number;
  private long payload;

  /**
   * Stands before one of the pairs.
   *
   * @param skipped how many pairs to leave out
   */
  public PairFile(Path file, long skipped) {
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
      channel.position(skipped * PairWriter.PAIR_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean next() {
    if (buffer.remaining() < PairWriter.PAIR_BYTES && !fill()) {
      return false;
    }
    number = buffer.getLong();
    payload = buffer.getLong();
    return true;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public long payload() {
    return payload;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean fill() {
    try {
      buffer.compact();
      while (buffer.position() < PairWriter.PAIR_BYTES && channel.read(buffer) >= 0) {
        // A read may give less than a pair.
      }
      buffer.flip();
      return buffer.remaining() >= PairWriter.PAIR_BYTES;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
