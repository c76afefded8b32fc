package io.dialgate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The processes of an instance that was killed: they notice, and end in order, which takes a moment. */
final class OldChildren {

  private static final String FILE = "children";
  private static final Duration GONE_WITHIN = Duration.ofSeconds(20);
  private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(50);

  private OldChildren() {}

  static void remember(Path data, Collection<Long> pids) {
    try {
      Files.writeString(data.resolve(FILE), pids.stream().map(String::valueOf).collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write into data folder %s, but failed".formatted(data), e);
    }
  }

  static void awaitGone(Path data, Consumer<String> progress) {
    List<ProcessHandle> alive = alive(data);
    if (alive.isEmpty()) {
      return;
    }
    progress.accept("waiting for the broker and the registry of a killed instance to end");
    long deadline = System.nanoTime() + GONE_WITHIN.toNanos();
    while (alive.stream().anyMatch(ProcessHandle::isAlive)) {
      if (System.nanoTime() > deadline) {
        alive.forEach(ProcessHandle::destroyForcibly);
      }
      LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
    }
  }

  /** Those of the remembered processes that are still ours: a process id may have been given to somebody else since. */
  private static List<ProcessHandle> alive(Path data) {
    Path file = data.resolve(FILE);
    try {
      return Files.notExists(file)
          ? List.of()
          : Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(Long::parseLong)
              .flatMap(pid -> ProcessHandle.of(pid).stream()).filter(OldChildren::isOurs).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read %s, but failed".formatted(file), e);
    }
  }

  private static boolean isOurs(ProcessHandle process) {
    return process.info().commandLine().map(line -> line.contains(ChildMain.class.getName())).orElse(false);
  }
}
