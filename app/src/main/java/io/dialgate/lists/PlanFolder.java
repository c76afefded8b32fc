package io.dialgate.lists;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import io.dialgate.lists.file.WhyNot;
import io.dialgate.lists.merge.PairFile;
import io.dialgate.lists.merge.PairWriter;
import io.dialgate.lists.merge.Pairs;

/**
 * Where an import keeps its plan until it is done, so that one that is killed goes on where it was. Its files replace each other
 * in one step: a plan is there whole, or not at all.
 */
public final class PlanFolder implements AutoCloseable {

  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  private PlanFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * The folder of one registry.
   *
   * @throws RefusedList if another import of that registry works on it
   */
  public static PlanFolder open(Path root, String registry) {
    Path folder = root.resolve(registry);
    try {
      Files.createDirectories(folder);
      FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(lock)) {
        lock.close();
        throw new RefusedList("expected to be the only import of %s, but another one works in %s; let it end"
            .formatted(registry, folder));
      }
      return new PlanFolder(folder, lock);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static boolean isLocked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Where runs of numbers can be sorted. */
  public Path path() {
    return folder;
  }

  /** The plan that was made from this basis, and not carried out to its end. */
  public Optional<Plan> unfinished(String basis) {
    Path file = folder.resolve("plan.properties");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var all = new Properties();
      all.load(new StringReader(Files.readString(file)));
      return basis.equals(all.getProperty("basis")) ? Optional.of(Plan.read(all)) : Optional.empty();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** Takes the deltas of a new plan: a number and its change with its time. */
  PairWriter newDeltas() {
    return new PairWriter(deltasFile());
  }

  /** The plan stands, and its deltas are on the disk. */
  void ready(Plan plan) {
    var text = new StringWriter();
    try {
      plan.write().store(text, null);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    replace("plan.properties", text.toString());
  }

  /** The deltas, without those that are published. */
  public Pairs deltas(long published) {
    return new PairFile(deltasFile(), published);
  }

  /** How many of the deltas are on the broker. */
  public long published() {
    Path file = folder.resolve("published");
    try {
      return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** So many of the deltas are on the broker now. */
  public void published(long count) {
    replace("published", Long.toString(count));
  }

  /** The plan is carried out, or of no use any more: forgets all of it. */
  public void clear() {
    // The plan goes first: what it counts on must not go before it.
    try {
      Files.deleteIfExists(folder.resolve("plan.properties"));
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(path -> !path.endsWith(LOCK)).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static UncheckedIOException unusable(Path folder, IOException e) {
    return new UncheckedIOException(
        "expected to keep the import's plan in %s, but: %s; make room, or name another folder by setting data.dir"
            .formatted(folder, WhyNot.of(e)),
        e);
  }

  private Path deltasFile() {
    return folder.resolve("deltas");
  }

  private void replace(String name, String text) {
    Path unfinished = folder.resolve(name + ".tmp");
    try (var out = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      out.write(StandardCharsets.UTF_8.encode(text));
      out.force(true);
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }
}
