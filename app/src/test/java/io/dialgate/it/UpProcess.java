package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code dialgate up --json} as a process of its own. */
final class UpProcess implements AutoCloseable {

  private static final List<String> JVM = List.of("-Ddialgate.home=" + Path.of("target").toAbsolutePath(), "-Xmx384m");
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);
  private static final int SIGINT = 2;
  private static final Duration END_WITHIN = Duration.ofSeconds(60);

  private final Process process;
  private final Path out;
  private final Path err;

  private UpProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts it, and returns at once.
   *
   * @param data its data folder; what it says is kept beside it
   * @param environment the only settings it gets
   * @param options of {@code up}, beside {@code --json} and {@code --data}
   */
  static UpProcess start(Path data, Map<String, String> environment, String... options) {
    Path home = Objects.requireNonNull(data.toAbsolutePath().getParent());
    List<String> words = new ArrayList<>(List.of("up", "--json", "--data", data.toString()));
    words.addAll(List.of(options));
    // Most of these tests are not about the law, and run at any hour.
    Map<String, String> settings = new HashMap<>(Map.of("DIALGATE_POLICY_DEFAULT", "lists-only"));
    settings.putAll(environment);
    try {
      Path out = Files.createTempFile(home, data.getFileName() + "-", ".out");
      Path err = Path.of(out + ".err");
      ProcessBuilder builder = Program.of(JVM, settings, words).directory(home.toFile())
          .redirectOutput(out.toFile()).redirectError(err.toFile());
      return new UpProcess(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns, once everything answers, the line that says so. */
  JsonNode awaitReady() {
    await("up to be ready").atMost(READY_WITHIN).pollInSameThread()
        .until(() -> !process.isAlive() || said().contains("\n"));
    assertThat(said()).as("what it printed; and on its standard error: %s", complaint()).contains("\"ready\":true");
    try {
      return new ObjectMapper().readTree(said());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a moment in its life, or until it ends by itself. */
  void live(Duration time) throws InterruptedException {
    boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    assertThat(ended).as("ended by itself: %s", complaint()).isFalse();
  }

  /** SIGKILL: it gets no chance to do anything. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Ctrl-C; where a shell started the build in its background, and so had it ignore SIGINT, SIGTERM in its stead. */
  void interrupt() throws IOException, InterruptedException {
    signal(ignoresInterrupts() ? "TERM" : "INT");
  }

  /** Stops it in order; and the exit code. */
  int stop() throws IOException, InterruptedException {
    signal("TERM");
    return exitCode();
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)).as("ended: %s", complaint()).isTrue();
    return process.exitValue();
  }

  /** What it wrote to its standard error. */
  String complaint() {
    return text(err);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    kill();
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Linux tells it as a bit mask, signal 1 the lowest bit; a JVM leaves a signal ignored that it was born to ignore. */
  private boolean ignoresInterrupts() {
    return text(Path.of("/proc/%d/status".formatted(process.pid()))).lines().filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.replace("SigIgn:", "").strip(), 16) >> (SIGINT - 1) & 1) == 1);
  }

  private String said() {
    return text(out);
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
