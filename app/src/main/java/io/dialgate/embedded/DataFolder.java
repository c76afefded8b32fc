package io.dialgate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/** The folder of one machine's data, held by one instance at a time. */
final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Takes the folder, and makes it if it is not there. The operating system gives it back when we end, however we end. */
  static DataFolder take(Path path) {
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
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new EmbeddedFailure(
          "expected data folder %s to be a folder that can be written, but got '%s'; choose another one with --data"
              .formatted(path, e),
          e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to give data folder %s back, but failed".formatted(path), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
