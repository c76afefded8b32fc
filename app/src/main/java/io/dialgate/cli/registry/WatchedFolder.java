package io.dialgate.cli.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.Shutdown;
import io.dialgate.lists.file.Folders;
import io.dialgate.lists.file.RejectedLines;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.registry.ImportResult;
import io.dialgate.runtime.registry.RegistryImport;

/**
 * A folder into which a registry's files come. Each is taken when it has not grown between two looks, by name, and then moved:
 * what is left to do can be seen, also after a restart.
 */
final class WatchedFolder {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final Path folder;
  private final RegistryImport imports;
  private final Output output;
  private final Map<Path, Look> before = new HashMap<>();

  WatchedFolder(Path folder, RegistryImport imports, Output output) {
    this.folder = folder;
    this.imports = imports;
    this.output = output;
  }

  /** What a file looked like. */
  private record Look(long size, FileTime changed) {}

  /** Takes what comes until a signal asks for the end. */
  void watch() throws InterruptedException {
    if (!Files.isDirectory(folder)) {
      throw new Refused("expected --watch to name a folder, but %s is none; create it".formatted(folder));
    }
    Shutdown shutdown = Shutdown.onSignals(output);
    output.progress("watching " + folder);
    while (!shutdown.await(LOOK_EVERY)) {
      for (Path file : settled()) {
        if (!shutdown.asked()) {
          take(file);
        }
      }
    }
  }

  private void take(Path file) {
    try {
      ImportResult result = imports.run(List.of(file));
      output.print(ImportWords.json(result), ImportWords.words(result));
      move(file, "imported");
    } catch (Refused refused) {
      output.progress("@|bold,red refused|@: " + Output.plain(String.valueOf(refused.getMessage())));
      move(file, "refused");
    } catch (Unreachable later) {
      output.progress("later: " + Output.plain(String.valueOf(later.getMessage())));
    }
  }

  private List<Path> settled() {
    Map<Path, Look> now = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(Files::isRegularFile).filter(file -> Folders.isList(String.valueOf(file.getFileName())))
          .forEach(file -> now.put(file, look(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Path> settled = now.entrySet().stream()
        .filter(file -> file.getValue().equals(before.get(file.getKey()))).map(Map.Entry::getKey).sorted().toList();
    before.clear();
    before.putAll(now);
    return settled;
  }

  private static Look look(Path file) {
    try {
      return new Look(Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException e) {
      return new Look(-1, FileTime.fromMillis(System.nanoTime()));
    }
  }

  /** With the lines of it that were rejected. */
  private void move(Path file, String where) {
    try {
      Path target = Files.createDirectories(folder.resolve(where));
      for (Path one : List.of(file, Path.of(file + RejectedLines.SUFFIX))) {
        if (Files.exists(one)) {
          Files.move(one, target.resolve(one.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
