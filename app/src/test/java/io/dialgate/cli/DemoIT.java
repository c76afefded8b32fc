package io.dialgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.cli.shell.ExitCode;

/** The demo as a user starts it: a process of its own, with a folder for temporary files that must be empty afterwards. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DemoIT {

  @TempDir
  private Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(process -> {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    });
  }

  @Test
  void shouldTellProgramsTheStoryAndEndWithZeroLeavingNothingBehind() throws Exception {
    // given
    Process demo = start("--json");

    // when
    List<ProcessHandle> children = childrenWhileItRuns(demo);

    // then
    assertThat(demo.exitValue()).as(Files.readString(folder.resolve("err"))).isZero();
    var mapper = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : output().lines().toList()) {
      lines.add(mapper.readTree(line));
    }
    assertThat(lines).extracting(line -> line.path("decision").path("verdict").asText()).contains("ALLOW", "SUPPRESS",
        "RECALL");
    assertThat(lines.getLast().path("ok").asBoolean()).isTrue();
    assertThat(lines.getLast().path("failed").asInt()).isZero();
    assertThat(children).isNotEmpty().allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(10,
        TimeUnit.SECONDS));
    assertNothingIsLeft();
  }

  @Test
  void shouldLeaveNothingBehindWhenItIsStopped() throws Exception {
    // given
    Process demo = start();

    // when
    List<ProcessHandle> children = firstChildren(demo);
    demo.toHandle().destroy();

    // then
    assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(demo.exitValue()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(Files.readString(folder.resolve("err"))).contains("it was stopped");
    assertThat(children).allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(10, TimeUnit.SECONDS));
    assertNothingIsLeft();
  }

  private Process start(String... options) throws IOException {
    Files.createDirectory(folder.resolve("tmp"));
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC",
        "-Dstdout.encoding=UTF-8", "-Djava.io.tmpdir=" + folder.resolve("tmp"), "-cp",
        System.getProperty("java.class.path"), Dialgate.class.getName(), "demo"));
    String home = System.getProperty("dialgate.home");
    if (home != null) {
      command.add(1, "-Ddialgate.home=" + home);
    }
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile()).start();
    started.add(process);
    return process;
  }

  /** Every child that was seen, at the latest when the demo had ended. */
  private static List<ProcessHandle> childrenWhileItRuns(Process demo) throws InterruptedException {
    List<ProcessHandle> children = firstChildren(demo);
    while (!demo.waitFor(200, TimeUnit.MILLISECONDS)) {
      demo.descendants().filter(child -> !children.contains(child)).forEach(children::add);
    }
    return children;
  }

  private static List<ProcessHandle> firstChildren(Process demo) throws InterruptedException {
    List<ProcessHandle> children = new ArrayList<>();
    while (children.isEmpty() && !demo.waitFor(50, TimeUnit.MILLISECONDS)) {
      demo.descendants().forEach(children::add);
    }
    return children;
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  /** RocksDB's and other libraries' unpacked native code is the JVM's, not the demo's. */
  private void assertNothingIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
      assertThat(left.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith("dialgate"));
    }
  }
}
