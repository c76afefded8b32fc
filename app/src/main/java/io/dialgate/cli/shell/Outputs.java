package io.dialgate.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import io.dialgate.runtime.Refused;

/** Files that a verb reads and writes. */
public final class Outputs {

  private Outputs() {}

  /**
   * Looks that none is written over another. Devices and pipes can be named as often as one likes.
   *
   * @throws Refused if two of them are the same file
   */
  public static void requireDifferent(Path... files) {
    Set<Path> seen = new HashSet<>();
    for (Path file : files) {
      boolean device = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
      if (!device && !seen.add(real(file))) {
        throw new Refused("expected %d different files, but %s is named twice; name others".formatted(files.length,
            Output.plain(file.toString())));
      }
    }
  }

  /** Through symbolic links, as far as it is there. */
  private static Path real(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      Path parent = absolute.getParent();
      return Files.exists(absolute) || parent == null
          ? absolute.toRealPath()
          : parent.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      return absolute;
    }
  }
}
