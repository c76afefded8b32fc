package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A verb of the command line that has ended, in a process of its own.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Verb(int code, String out, String err) {

  private static final Duration END_WITHIN = Duration.ofMinutes(1);

  static Verb run(Path folder, Map<String, String> environment, String... words) {
    return run(END_WITHIN, folder, environment, words);
  }

  /** One that has more to do than most. */
  static Verb run(Duration within, Path folder, Map<String, String> environment, String... words) {
    try {
      Path out = Files.createTempFile(folder, "verb", ".out");
      Path err = Files.createTempFile(folder, "verb", ".err");
      Process process = start(folder, environment, out, err, words);
      if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("expected %s to end within %s, but it did not: %s".formatted(List.of(words),
            within, Files.readString(err)));
      }
      return new Verb(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The same, while it runs. */
  static Process start(Path folder, Map<String, String> environment, Path out, Path err, String... words)
      throws IOException {
    return Program.of(List.of(), environment, List.of(words)).directory(folder.toFile())
        .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  /** Itself, which has ended well. */
  Verb done() {
    assertThat(code).as(out + err).isZero();
    return this;
  }

  JsonNode json() {
    try {
      return new ObjectMapper().readTree(out);
    } catch (IOException e) {
      throw new UncheckedIOException("expected JSON, but got '%s' and '%s'".formatted(out, err), e);
    }
  }
}
