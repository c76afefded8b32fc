package io.dialgate.ledger.tile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The parts of a tile, which lie in a folder beside it. */
final class Parts {

  private Parts() {}

  /** Deletes those of a tile that is full, and on the disk. */
  static void delete(Path full) throws IOException {
    Path folder = full.resolveSibling(full.getFileName() + ".p");
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> parts;
    try (Stream<Path> files = Files.list(folder)) {
      parts = files.toList();
    }
    for (Path part : parts) {
      Files.delete(part);
    }
    Files.delete(folder);
  }
}
