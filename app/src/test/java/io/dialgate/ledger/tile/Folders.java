package io.dialgate.ledger.tile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.Checkpoint;
import io.dialgate.ledger.key.SigningKey;

/** Exported logs, as a test needs them. */
final class Folders {

  private Folders() {}

  /** Grows the folder to each of the sizes in turn, and announces each; an old size is passed over. */
  static void export(Path folder, String origin, SigningKey key, List<byte[]> entries, int... sizes)
      throws IOException, NotProven {
    try (TileWriter writer = TileWriter.open(folder, key.verifierKey(origin))) {
      for (int size : sizes) {
        while (writer.size() < size) {
          writer.append(entries.get((int) writer.size()));
        }
        writer.announce(checkpoint(writer, origin, key));
      }
    }
  }

  static byte[] checkpoint(TileWriter writer, String origin, SigningKey key) {
    return key.sign(origin, Checkpoint.of(origin, writer.head()).text()).bytes();
  }

  /** All files of a log, by their paths; none of the writer's own. */
  static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    files.remove(".lock");
    return files;
  }

  static void write(Path folder, Map<String, byte[]> files) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      Files.write(path, file.getValue());
    }
  }
}
