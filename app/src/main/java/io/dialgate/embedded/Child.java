package io.dialgate.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A Java program as a process of its own, which does not outlive us. */
final class Child implements AutoCloseable {

  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
  private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(40);
  private static final int MAX_TOLD = 300;

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param name for messages and for its log
   * @param logs the folder of its log, which begins anew
   * @param jvm options of the JVM, the class path among them
   * @param program main class and arguments
   */
  static Child start(String name, Path logs, List<String> jvm, List<String> program) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.add(ChildMain.class.getName());
    command.addAll(program);
    Path log = logs.resolve(name + ".log");
    try {
      Files.createDirectories(logs);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      return new Child(name, process, log);
    } catch (IOException e) {
      throw new EmbeddedFailure("expected to start the %s, but got '%s'; is the JDK complete?".formatted(name,
          e.getMessage()), e);
    }
  }

  /** Waits until it answers. */
  void await(BooleanSupplier answers, Duration within) {
    long deadline = System.nanoTime() + within.toNanos();
    while (!answers.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new EmbeddedFailure(
            "expected the %s to start, but it ended with code %d: %s; read %s".formatted(name, process.exitValue(),
                tellingLine(), log));
      }
      if (System.nanoTime() > deadline) {
        throw new EmbeddedFailure(
            "expected the %s to answer within %s, but it did not; read %s".formatted(name, within, log));
      }
      LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
    }
  }

  /** Waits until it has ended, and says with which code; it is ended if it takes too long. */
  int awaitEnd(Duration within) {
    try {
      if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedFailure("expected the %s to end, but was interrupted".formatted(name), e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Closes its standard input, upon which it ends in order; if it takes too long, ends it. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The last line that speaks of an error, or else the last one. */
  private String tellingLine() {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.filter(line -> !line.isBlank() && !line.startsWith("\tat ")).toList();
      String telling = all.reversed().stream().filter(line -> line.contains("ERROR") || line.contains("FATAL")
          || line.contains("Exception")).findFirst().orElse(all.isEmpty() ? "it said nothing" : all.getLast());
      return telling.substring(0, Math.min(telling.length(), MAX_TOLD));
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }
}
