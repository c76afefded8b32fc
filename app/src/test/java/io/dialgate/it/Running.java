package io.dialgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A verb of the command line while it runs, in a process of its own.
 *
 * @param process the process
 * @param err what it writes to its standard error
 */
record Running(Process process, Path err) implements AutoCloseable {

  private static final long END_WITHIN_SECONDS = 30;

  static Running start(Path folder, Map<String, String> environment, String... words) {
    try {
      Path err = Files.createTempFile(folder, "running", ".err");
      return new Running(Verb.start(folder, environment, Files.createTempFile(folder, "running", ".out"), err, words),
          err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has written to its standard error. */
  String complaint() throws IOException {
    return Files.readString(err);
  }

  /** SIGKILL after that time, if it has not ended before. */
  void kill(Duration after) throws InterruptedException {
    process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS);
    close();
  }

  /** SIGTERM; and the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("expected the verb to end, but it did not");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
