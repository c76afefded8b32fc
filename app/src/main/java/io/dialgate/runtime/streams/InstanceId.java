package io.dialgate.runtime.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The name under which an instance takes part in its group, kept in its data folder: an instance that was killed and comes back
 * takes its partitions back at once (KIP-345), instead of waiting until its own ghost is noticed.
 */
public final class InstanceId {

  private static final String FILE = "instance-id";

  private InstanceId() {}

  /** Reads it, and makes it up if there is none. */
  public static String of(Path dataDir) {
    Path file = dataDir.resolve(FILE);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      Files.createDirectories(dataDir);
      String id = UUID.randomUUID().toString();
      Files.writeString(file, id);
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected data.dir %s to be a folder that can be written, but got '%s'; choose another one".formatted(dataDir,
              e.getMessage()),
          e);
    }
  }
}
