package io.dialgate.lists.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.dialgate.lists.RefusedList;

/** Files and folders, as files. */
public final class Folders {

  /** How deep folders lie in a folder that is named. */
  static final int MAX_DEPTH = 4;

  /** The most files at once. */
  static final int MAX_FILES = 10_000;

  private Folders() {}

  /**
   * The files that are named, and those in the folders that are named, by name; without hidden ones and without what an earlier
   * import rejected.
   *
   * @throws RefusedList if there are none, or too many, or one is not there
   */
  public static List<ListFile> files(List<Path> named) {
    var files = new ArrayList<ListFile>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        files.addAll(in(path));
      } else {
        files.add(new ListFile(path));
      }
    }
    if (files.isEmpty() || files.size() > MAX_FILES) {
      throw new RefusedList("expected 1 to %,d files in %s, but got %,d; name the registry's files"
          .formatted(MAX_FILES, named, files.size()));
    }
    return files;
  }

  private static List<ListFile> in(Path folder) {
    try (Stream<Path> all = Files.walk(folder, MAX_DEPTH)) {
      return all.filter(Files::isRegularFile).filter(path -> isList(path.getFileName().toString()))
          .limit(MAX_FILES + 1L).sorted().map(ListFile::new).toList();
    } catch (IOException e) {
      throw new RefusedList("expected %s to be a folder of registry files, but it cannot be read (%s); name another"
          .formatted(folder, WhyNot.of(e)), e);
    }
  }

  /** Whether a file of this name can be a list: not hidden, not one that still comes in, not our own. */
  public static boolean isList(String name) {
    return !name.startsWith(".") && !name.endsWith(RejectedLines.SUFFIX) && !name.endsWith(".part")
        && !name.endsWith(".tmp") && !name.endsWith(".crdownload");
  }
}
