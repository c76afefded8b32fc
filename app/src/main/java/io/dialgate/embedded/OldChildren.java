package io.dialgate.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The processes of an instance that was killed: they notice, and end in order, which takes a moment. They are known by a
 * word of their command line that names the folder, so no list of them can be out of date, and no stranger is taken for one.
 */
final class OldChildren {

  private static final Duration GONE_WITHIN = Duration.ofSeconds(20);
  private static final Duration KILLED_WITHIN = Duration.ofSeconds(5);
  private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(50);

  private OldChildren() {}

  /** Returns when none is left. To be called by the holder of the folder only: whoever else uses it is an orphan. */
  static void awaitGone(Path data, Consumer<String> progress) {
    String mark = Child.mark(data);
    List<ProcessHandle> old = ProcessHandle.allProcesses().filter(process -> isMarked(process, mark)).toList();
    if (old.isEmpty()) {
      return;
    }
    progress.accept("waiting for the broker and the registry of a killed instance to end");
    if (!gone(old, GONE_WITHIN)) {
      old.forEach(ProcessHandle::destroyForcibly);
      if (!gone(old, KILLED_WITHIN)) {
        throw new EmbeddedFailure(
            "expected the processes of a killed instance on data folder %s to end, but %s did not; kill them".formatted(
                data, old.stream().filter(ProcessHandle::isAlive).map(ProcessHandle::pid).toList()));
      }
    }
  }

  private static boolean gone(List<ProcessHandle> processes, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
    }
    return true;
  }

  private static boolean isMarked(ProcessHandle process, String mark) {
    return process.info().arguments().map(arguments -> Arrays.asList(arguments).contains(mark)).orElse(false);
  }
}
