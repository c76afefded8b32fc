package io.dialgate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The folder of one machine's data, held by one instance at a time. */
final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;
  private boolean temporary;

  private DataFolder(Path path, FileChannel channel, boolean temporary) {
    this.path = path;
    this.channel = channel;
    this.temporary = temporary;
  }

  /**
   * Takes the folder, and makes it if it is not there. The operating system gives it back when we end, however we end.
   *
   * @throws EmbeddedFailure if it cannot be written, or another instance holds it
   */
  static DataFolder take(Path path) {
    return take(path, false);
  }

  /** Takes a new one, which is deleted when it is closed. */
  static DataFolder temporary() {
    try {
      return take(Files.createTempDirectory("dialgate-"), true);
    } catch (IOException e) {
      throw new EmbeddedFailure("expected to make a temporary folder, but got '%s'; set java.io.tmpdir".formatted(e),
          e);
    }
  }

  /** By its real name, which is the same whichever link led to it. */
  Path path() {
    return path;
  }

  /** It will not be deleted. */
  void keep() {
    temporary = false;
  }

  @Override
  public void close() {
    try (channel) {
      if (temporary) {
        delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("expected to give data folder %s back, but got '%s'".formatted(path, e), e);
    }
  }

  private static DataFolder take(Path path, boolean temporary) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new EmbeddedFailure(
          "expected data folder %s to be a folder, but it is a file; choose another one with --data".formatted(path));
    }
    try {
      Files.createDirectories(path);
      FileChannel channel = FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new EmbeddedFailure(
            "expected data folder %s to be free, but another instance holds it; stop that one, or choose another folder with --data"
                .formatted(path));
      }
      return new DataFolder(path.toRealPath(), channel, temporary);
    } catch (IOException e) {
      throw new EmbeddedFailure(
          "expected data folder %s to be one that can be written, but got '%s'; choose another one with --data"
              .formatted(path, e),
          e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void delete() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.deleteIfExists(each);
    }
  }
}
