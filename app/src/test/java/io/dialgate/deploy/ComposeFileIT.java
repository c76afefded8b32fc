package io.dialgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds docker-compose.yml against the schema of Compose, with npm's dclint: it needs no Docker engine. */
class ComposeFileIT {

  private static final String VALIDATOR = "dclint@3.1.0";
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final Path COMPOSE_FILE = TOP.resolve("docker-compose.yml");

  @TempDir
  Path folder;

  @BeforeAll
  static void needValidator() throws Exception {
    Ended ended = npm("--version");
    if (ended.code() != 0) {
      String loud = "SKIPPED: docker-compose.yml was not validated, because npm could not run " + VALIDATOR + ": "
          + ended.output();
      System.err.println(loud);
      abort(loud);
    }
  }

  @Test
  void shouldHaveValidComposeFile() throws Exception {
    // when
    Ended ended = validate(COMPOSE_FILE);

    // then
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"image: apache, imag: apache", "service_healthy, service_happy", "interval: 5s, intervall: 5s",
      "127.0.0.1:8081:, 127.0.0.1:9092:"})
  void shouldCatchMistake(String right, String wrong) throws Exception {
    // given
    String text = Files.readString(COMPOSE_FILE);
    assertThat(text).contains(right);
    Path broken = Files.writeString(folder.resolve("docker-compose.yml"), text.replace(right, wrong));

    // when
    Ended ended = validate(broken);

    // then
    assertThat(ended.code()).as(ended.output()).isEqualTo(1);
  }

  private static Ended validate(Path file) throws IOException, InterruptedException {
    return npm("--config", TOP.resolve(".dclintrc").toString(), "--max-warnings", "0", file.toString());
  }

  private static Ended npm(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("npm", "exec", "--yes", VALIDATOR, "--"));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), output);
    } catch (IOException noNpm) {
      return new Ended(-1, String.valueOf(noNpm.getMessage()));
    }
  }

  private record Ended(int code, String output) {}
}
