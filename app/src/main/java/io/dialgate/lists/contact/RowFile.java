package io.dialgate.lists.contact;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.lists.file.OutputFile;

/** A file that rows of a list go to. It stands under its name when it is whole, and not before. */
public final class RowFile implements AutoCloseable {

  private final MessageDigest sha256 = Sha256.digest();
  private final OutputFile out;
  private long rows;
  private long size;

  /**
   * Begins to write.
   *
   * @throws io.dialgate.lists.RefusedList if nothing can be written there
   */
  public RowFile(Path target) {
    out = new OutputFile(target);
  }

  /**
   * What was written.
   *
   * @param rows of contacts
   * @param size in bytes
   * @param sha256 of its bytes: 64 lower-case hex digits
   */
  public record Written(long rows, long size, String sha256) {}

  /** Writes what is no contact. */
  public void write(byte[] bytes) {
    out.write(bytes);
    sha256.update(bytes);
    size += bytes.length;
  }

  /** Writes a contact. */
  public void writeRow(byte[] bytes) {
    write(bytes);
    rows++;
  }

  /** It is whole. */
  public Written finish() {
    out.finish();
    return new Written(rows, size, HexFormat.of().formatHex(sha256.digest()));
  }

  @Override
  public void close() {
    out.close();
  }
}
