package io.dialgate.runtime.scrub;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.dialgate.lists.file.WhyNot;
import io.dialgate.runtime.Refused;

/**
 * The folder of a scrub until it is done, so that one that is killed goes on where it was: what it asks, the answers that it
 * has, and from where on to listen for the others.
 */
final class Job implements AutoCloseable {

  /**
   * How old a scrub may be that goes on: half of what the gate remembers requests for, by default. Older answers might not be
   * today's any more.
   */
  static final Duration MAX_AGE = Duration.ofHours(12);

  private static final String WHAT = "job.properties";
  private static final String OFFSETS = "offsets.properties";

  private final String id;
  private final Path folder;
  private final FileChannel lock;
  private final Instant begun;

  private Job(String id, Path folder, FileChannel lock, Instant begun) {
    this.id = id;
    this.folder = folder;
    this.lock = lock;
    this.begun = begun;
  }

  /**
   * A new job, or one that goes on.
   *
   * @param root of all jobs
   * @param resumed the id of the one that goes on; null: a new one
   * @param basis what it asks
   * @throws Refused if there is no such job, or it is another list's, too old, or at work
   */
  static Job open(Path root, @Nullable String resumed, String basis, Instant now) {
    String id = resumed == null ? "scrub-" + UUID.randomUUID() : resumed;
    Path folder = root.resolve(id);
    try {
      if (resumed == null) {
        Files.createDirectories(folder);
        forgetOldOnes(root, now);
        var what = new Properties();
        what.setProperty("basis", basis);
        what.setProperty("begun", now.toString());
        replace(folder, WHAT, what);
      } else if (!resumed.matches("scrub-[0-9a-f-]{36}") || !Files.exists(folder.resolve(WHAT))) {
        throw new Refused(
            "expected the id of a scrub that was interrupted, but there is no job %s in %s; scrub the list anew, without --job"
                .formatted(resumed, root));
      }
      Properties what = read(folder.resolve(WHAT));
      if (!basis.equals(what.getProperty("basis"))) {
        throw new Refused(
            "expected the list and the options that job %s began with, but got others; name the same, or scrub anew without --job"
                .formatted(id));
      }
      Instant begun = Instant.parse(what.getProperty("begun"));
      if (now.isAfter(begun.plus(MAX_AGE))) {
        throw new Refused(
            "expected a job that began within %s, but %s began at %s, and its first answers are too old; scrub anew without --job"
                .formatted(MAX_AGE, id, begun));
      }
      return new Job(id, folder, lock(folder, id), begun);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** Those that were given up, and cannot go on any more. */
  private static void forgetOldOnes(Path root, Instant now) throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      for (Path old : folders.filter(one -> Files.exists(one.resolve(WHAT))).toList()) {
        String id = String.valueOf(old.getFileName());
        Instant begun = Instant.parse(read(old.resolve(WHAT)).getProperty("begun"));
        if (now.isAfter(begun.plus(MAX_AGE))) {
          try (var job = new Job(id, old, lock(old, id), begun)) {
            job.forget();
          } catch (Refused _) {
            // It is at work, for longer than most.
          }
        }
      }
    }
  }

  /** Whether there is such a job, young enough. */
  static boolean canGoOn(Path root, String id, Instant now) {
    Path what = root.resolve(id).resolve(WHAT);
    try {
      return Files.exists(what) && now.isBefore(Instant.parse(read(what).getProperty("begun")).plus(MAX_AGE));
    } catch (IOException e) {
      throw unusable(what, e);
    }
  }

  String id() {
    return id;
  }

  Instant begun() {
    return begun;
  }

  /** Where the answers are written. */
  Path answers() {
    return folder.resolve("answers");
  }

  /** From where on to listen, by partition; empty before the first time. */
  Map<Integer, Long> offsets() {
    try {
      Map<Integer, Long> offsets = new TreeMap<>();
      if (Files.exists(folder.resolve(OFFSETS))) {
        read(folder.resolve(OFFSETS)).forEach((partition, offset) -> offsets
            .put(Integer.valueOf(partition.toString()), Long.valueOf(offset.toString())));
      }
      return offsets;
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  void offsets(Map<Integer, Long> offsets) {
    var all = new Properties();
    offsets.forEach((partition, offset) -> all.setProperty(partition.toString(), offset.toString()));
    try {
      replace(folder, OFFSETS, all);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** It is done: nothing of it is left. */
  void forget() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
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

  private static FileChannel lock(Path folder, String id) throws IOException {
    FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() != null) {
        return lock;
      }
    } catch (OverlappingFileLockException _) {
      // By this very process: the same as by another.
    }
    lock.close();
    throw new Refused("expected job %s to be interrupted, but it is at work; let it end".formatted(id));
  }

  private static Properties read(Path file) throws IOException {
    var all = new Properties();
    all.load(new StringReader(Files.readString(file)));
    return all;
  }

  private static void replace(Path folder, String name, Properties all) throws IOException {
    var text = new StringWriter();
    all.store(text, null);
    Path unfinished = folder.resolve(name + ".tmp");
    try (var out = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      out.write(StandardCharsets.UTF_8.encode(text.toString()));
      out.force(true);
    }
    Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static UncheckedIOException unusable(Path folder, IOException e) {
    return new UncheckedIOException(
        "expected to keep the job in %s, but: %s; make room, or name another folder by setting data.dir"
            .formatted(folder, WhyNot.of(e)),
        e);
  }
}
