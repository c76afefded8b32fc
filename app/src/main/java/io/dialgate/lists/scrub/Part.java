package io.dialgate.lists.scrub;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.dialgate.domain.hash.Sha256;

/** One of the two files that rows go to. It stands under its name when it is whole, and not before. */
final class Part implements AutoCloseable {

  private static final int BUFFER_BYTES = 256 << 10;

  private final Path target;
  private final Path unfinished;
  private final MessageDigest sha256 = Sha256.digest();
  private final OutputStream out;
  private long rows;
  private long size;

  Part(Path target) {
    this.target = target;
    this.unfinished = Path.of(target + ".tmp");
    try {
      out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(unfinished), sha256), BUFFER_BYTES);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Writes what is no contact. */
  void write(byte[] bytes) {
    try {
      out.write(bytes);
      size += bytes.length;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  void writeRow(byte[] bytes) {
    write(bytes);
    rows++;
  }

  /** It is whole. */
  Split.Written finish() {
    try {
      out.close();
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
      return new Split.Written(rows, size, HexFormat.of().formatHex(sha256.digest()));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private UncheckedIOException unwritable(IOException e) {
    return new UncheckedIOException(
        "expected to write %s, but: %s; make room, or name another file".formatted(target, e.getMessage()), e);
  }
}
