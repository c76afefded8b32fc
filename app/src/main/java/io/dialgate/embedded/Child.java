package io.dialgate.embedded;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A Java program as a process of its own, which does not outlive us. Its working folder is the data folder. */
final class Child implements AutoCloseable {

  /** A little more than {@link ChildMain} gives itself. */
  private static final Duration STOP_WITHIN = ChildMain.STOP_WITHIN.plusSeconds(2);
  private static final Duration KILLED_WITHIN = Duration.ofSeconds(5);
  private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(40);

  /**
   * Ctrl-C, a closed terminal and a service manager signal a whole group of processes; the parts must not end before what
   * uses them. A signal that is ignored when a JVM starts stays so, whatever handler the program sets.
   */
  private static final List<String> DEAF_TO_SIGNALS = List.of("/bin/sh", "-c", "trap '' INT HUP TERM; exec \"$@\"",
      "sh");

  private final String name;
  private final Process process;
  private final ChildLog log;

  private Child(String name, Process process, ChildLog log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * What to run.
   *
   * @param name for messages and for its log
   * @param jvm options of the JVM, without the class path
   * @param classPath goes by the environment, since a long command line is cut where processes are listed
   * @param main main class and arguments
   */
  record Program(String name, List<String> jvm, String classPath, List<String> main) {}

  /** Starts it; its log, in {@code logs} of the data folder, begins anew. */
  static Child start(Program program, Path data) {
    var command = new ArrayList<>(DEAF_TO_SIGNALS);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(mark(data));
    command.addAll(program.jvm());
    command.add(ChildMain.class.getName());
    command.addAll(program.main());
    Path log = data.resolve("logs").resolve(program.name() + ".log");
    var builder = new ProcessBuilder(command).directory(data.toFile()).redirectErrorStream(true)
        .redirectOutput(log.toFile());
    builder.environment().put("CLASSPATH", program.classPath());
    try {
      Files.createDirectories(data.resolve("logs"));
      return new Child(program.name(), builder.start(), new ChildLog(log));
    } catch (IOException e) {
      throw new EmbeddedFailure("expected to start the %s, but got '%s'; is the JDK complete?".formatted(program.name(),
          e.getMessage()), e);
    }
  }

  /** The word of a child's command line that says on which folder it works; plain ASCII, whatever the folder's name. */
  static String mark(Path data) {
    return "-Ddialgate.embedded.data=" + URLEncoder.encode(data.toString(), StandardCharsets.UTF_8);
  }

  /**
   * Waits until it answers.
   *
   * @throws EmbeddedFailure if it ends before, or takes too long, or we are interrupted
   */
  void await(BooleanSupplier answers, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    while (!answers.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new EmbeddedFailure("expected the %s to start, but it ended with code %d and '%s'; read %s".formatted(
            name, process.exitValue(), log.tellingLine(), log.path()));
      }
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        throw new EmbeddedFailure("expected the %s to answer within %d s, but it said '%s'; read %s".formatted(name,
            within.toSeconds(), log.tellingLine(), log.path()));
      }
      LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
    }
  }

  /**
   * Waits until it has done its work and ended; it is ended if it takes too long.
   *
   * @throws EmbeddedFailure if it did not end well
   */
  void awaitDone(Duration within) {
    boolean ended = ends(within);
    if (!ended) {
      process.destroyForcibly();
    }
    if (!ended || process.exitValue() != 0) {
      throw new EmbeddedFailure("expected the %s to be done within %d s, but it said '%s'; read %s".formatted(name,
          within.toSeconds(), log.tellingLine(), log.path()));
    }
  }

  long pid() {
    return process.pid();
  }

  /** Closes its standard input, upon which it ends in order; does not wait. */
  void askToEnd() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  /** Ends it in order; if it takes too long, at once. */
  @Override
  public void close() {
    askToEnd();
    if (!ends(STOP_WITHIN)) {
      process.destroyForcibly();
      ends(KILLED_WITHIN);
    }
  }

  private boolean ends(Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
