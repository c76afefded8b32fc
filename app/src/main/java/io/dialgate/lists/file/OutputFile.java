package io.dialgate.lists.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.dialgate.lists.RefusedList;

/**
 * A file that results go to. It stands under its name when it is whole, and not before; what stood there is replaced then, and
 * not before either. What is there and is no regular file, such as a pipe or {@code /dev/null}, is written into as it is.
 */
public final class OutputFile implements AutoCloseable {

  private static final int BUFFER_BYTES = 256 << 10;

  private final Path target;
  private final Path written;
  private final OutputStream out;
  private boolean closed;

  /**
   * Begins to write.
   *
   * @throws RefusedList if nothing can be written there
   */
  public OutputFile(Path target) {
    require(target);
    this.target = target;
    this.written = isDevice(target) ? target : Path.of(target + ".tmp");
    try {
      out = new BufferedOutputStream(Files.newOutputStream(written), BUFFER_BYTES);
    } catch (IOException e) {
      throw new RefusedList("expected to write %s, but: %s; name another file".formatted(target, WhyNot.of(e)), e);
    }
  }

  /**
   * Tells at once what would only turn out after all the work.
   *
   * @throws RefusedList if nothing can be written there
   */
  public static void require(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    if (Files.isDirectory(target) || parent == null) {
      throw new RefusedList("expected a file to write, but %s is a folder; name a file in it".formatted(target));
    }
    if (!Files.isDirectory(parent)) {
      throw new RefusedList(
          "expected a folder to write %s into, but there is no folder %s; make it, or name another file"
              .formatted(target, parent));
    }
    if (!Files.isWritable(isDevice(target) ? target : parent)) {
      throw new RefusedList(
          "expected to write %s, but access is denied to %s; name another file, or have it allowed".formatted(target,
              isDevice(target) ? "it" : parent));
    }
  }

  /** Takes its bytes. */
  public void write(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Where its bytes can be written one after the other; it is closed by {@link #finish} or {@link #close}. */
  public OutputStream stream() {
    return out;
  }

  /** It is whole, and stands under its name. */
  public void finish() {
    try {
      closed = true;
      out.close();
      if (!written.equals(target)) {
        Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Leaves nothing of what is not whole. */
  @Override
  public void close() {
    try {
      if (!closed) {
        discard();
      }
      if (!written.equals(target)) {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void discard() {
    try {
      out.close();
    } catch (IOException _) {
      // What could not be written is not wanted any more; why it could not, was said.
    }
  }

  private static boolean isDevice(Path target) {
    return Files.exists(target) && !Files.isRegularFile(target);
  }

  private UncheckedIOException unwritable(IOException e) {
    return new UncheckedIOException(
        "expected to write %s, but: %s; make room, or name another file".formatted(target, WhyNot.of(e)), e);
  }
}
