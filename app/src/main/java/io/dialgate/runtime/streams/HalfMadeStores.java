package io.dialgate.runtime.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores that were being made when the process was killed. RocksDB refuses to open one ("wal_dir contains existing log file"),
 * and Kafka Streams 4.3 then refuses to start. Nothing is lost with it: it holds nothing yet, and every store is restored from its
 * changelog.
 */
final class HalfMadeStores {

  private static final Logger LOG = LoggerFactory.getLogger(HalfMadeStores.class);

  /** The last file that RocksDB writes when it makes a store; it names the manifest, without which there is none. */
  private static final String LAST_FILE = "CURRENT";

  /** application / task / rocksdb / store. */
  private static final int DEPTH = 3;

  private HalfMadeStores() {}

  /**
   * Deletes them.
   *
   * @param application the folder of one application's state; need not exist
   */
  static void delete(Path application) {
    if (!Files.isDirectory(application)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(application, DEPTH)) {
      List<Path> halfMade = paths.filter(HalfMadeStores::isStore).filter(store -> !isWhole(store)).toList();
      for (Path store : halfMade) {
        LOG.atWarn().addKeyValue("store", store).log("Deletes a store that was only half made when the process ended");
        deleteTree(store);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("expected to look through %s, but got '%s'; is data.dir ours to write?"
          .formatted(application, e.getMessage()), e);
    }
  }

  private static boolean isStore(Path path) {
    Path parent = path.getParent();
    return Files.isDirectory(path) && parent != null && parent.endsWith("rocksdb");
  }

  private static boolean isWhole(Path store) {
    return Files.exists(store.resolve(LAST_FILE));
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
