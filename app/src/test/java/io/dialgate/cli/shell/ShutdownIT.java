package io.dialgate.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real signals to a real process: {@link ProcessHandle#destroy} sends SIGTERM, and leaves the streams open. */
class ShutdownIT {

  private static final int SIGTERM = 15;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(process -> process.destroyForcibly().onExit().join());
  }

  @Test
  void shouldCloseInOrderAndEndWithZeroAtFirstSignal() throws Exception {
    // given
    Process process = start("orderly");
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    assertThat(output.readLine()).isEqualTo("ready");

    // when
    process.toHandle().destroy();

    // then
    assertThat(output.readLine()).startsWith("Stopping");
    assertThat(output.readLine()).isEqualTo("closed");
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void shouldEndAtOnceAtSecondSignal() throws Exception {
    // given
    Process process = start("stuck");
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    assertThat(output.readLine()).isEqualTo("ready");
    process.toHandle().destroy();
    assertThat(output.readLine()).startsWith("Stopping");

    // when
    process.toHandle().destroy();

    // then
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + SIGTERM);
  }

  private Process start(String how) throws IOException {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), WaitingVerb.class.getName(), how).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }
}
