package io.dialgate.lists.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes pairs in any order and gives them back by number, those of one number in the order in which they came. What does not fit
 * into one run is sorted in runs on disk, and merged; 250 million pairs are 125 runs and 4 GB.
 */
public final class Spool implements AutoCloseable {

  /** Pairs of a run: 64 MiB of memory while it is sorted. */
  static final int RUN_PAIRS = 2 << 20;

  private final Path folder;
  private final String name;
  private final RadixSort run;
  private final List<Path> files = new ArrayList<>();
  private int inRun;
  private long size;

  /**
   * An empty one.
   *
   * @param folder where its runs lie
   * @param name what their names begin with
   */
  public Spool(Path folder, String name) {
    this(folder, name, RUN_PAIRS);
  }

  Spool(Path folder, String name, int runPairs) {
    this.folder = folder;
    this.name = name;
    this.run = new RadixSort(runPairs);
  }

  /** Takes a pair. */
  public void add(long number, long payload) {
    if (inRun == run.capacity()) {
      writeRun();
    }
    run.put(inRun++, number, payload);
    size++;
  }

  /** How many it took. */
  public long size() {
    return size;
  }

  /** All of them, sorted, as often as it is asked. */
  public Pairs sorted() {
    if (inRun > 0) {
      writeRun();
    }
    return new MergedPairs(files.stream().map(file -> new PairFile(file, 0)).toList());
  }

  /** Deletes its runs. */
  @Override
  public void close() {
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeRun() {
    Path file = folder.resolve("%s-%06d.run".formatted(name, files.size()));
    files.add(file);
    run.sort(inRun);
    try (var out = new PairWriter(file)) {
      for (int i = 0; i < inRun; i++) {
        out.add(run.number(i), run.payload(i));
      }
    }
    inRun = 0;
  }
}
