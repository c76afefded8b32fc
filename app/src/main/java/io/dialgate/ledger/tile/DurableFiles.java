package io.dialgate.ledger.tile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes files that are whole whenever they have their name, also after the power failed: each is written under another name,
 * forced to the disk, renamed, and then its folder is forced. Those steps are taken for many files at once.
 *
 * <p>Confined to one thread.
 */
final class DurableFiles {

  /** The most files that wait for the disk. */
  private static final int MAX_WAITING = 256;

  private static final String DRAFT = ".tmp";

  private final Path root;
  private final List<Path> waiting = new ArrayList<>();

  /** Folders that are on the disk, under their names: each is asked for once. */
  private final Set<Path> known = new HashSet<>();

  /** Folders in which a name is new. */
  private final Set<Path> touched = new LinkedHashSet<>();

  DurableFiles(Path root) {
    this.root = root;
  }

  /** Makes the root, and returns when it will still be there after the power failed. */
  void createRoot() throws IOException {
    List<Path> made = new ArrayList<>();
    for (Path missing = root; !Files.exists(missing); missing = folder(missing)) {
      made.add(missing);
    }
    Files.createDirectories(root);
    for (Path folder : made) {
      force(folder(folder), StandardOpenOption.READ);
    }
  }

  /** Deletes what an earlier writer left unfinished. */
  void deleteDrafts() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path draft : files.filter(file -> file.toString().endsWith(DRAFT)).toList()) {
        Files.delete(draft);
      }
    }
  }

  /** Writes a file, which has its name after {@link #sync} at the latest. */
  void write(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    createFolder(folder(file));
    Files.write(draft(file), bytes);
    waiting.add(file);
    if (waiting.size() >= MAX_WAITING) {
      sync();
    }
  }

  private void createFolder(Path folder) throws IOException {
    if (!folder.equals(root) && known.add(folder)) {
      createFolder(folder(folder));
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder);
      }
      // It may have been made by a writer that did not live to see it on the disk.
      touched.add(folder(folder));
    }
  }

  /** Returns when everything that was written is on the disk, under its name. */
  void sync() throws IOException {
    for (Path file : waiting) {
      force(draft(file), StandardOpenOption.WRITE);
    }
    for (Path file : waiting) {
      Files.move(draft(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      touched.add(folder(file));
    }
    for (Path folder : touched) {
      force(folder, StandardOpenOption.READ);
    }
    touched.clear();
    waiting.clear();
  }

  private static void force(Path path, StandardOpenOption access) throws IOException {
    try (var channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }

  private static Path draft(Path file) {
    return file.resolveSibling(file.getFileName() + DRAFT);
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("expected a file in a folder, but got " + file + "; name one below the root");
    }
    return parent;
  }
}
