package io.dialgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands, run as they are written there. */
class ReadmeIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("```(sh|text)\n(.*?)```", Pattern.DOTALL);
  private static final int TEST_COMMAND = 0;
  private static final int DEMO_COMMAND = 1;
  private static final int DEMO_OUTPUT = 2;

  @TempDir
  Path folder;

  @Test
  void shouldNameTheTestCommandThatIsRunForEveryChange() throws IOException {
    // given
    String command = blocks().get(TEST_COMMAND).strip();

    // when
    List<String> run = Files.readAllLines(ROOT.resolve(".ci/run"));

    // then
    assertThat(run).describedAs("the README's test command and that of .ci/run have to be the same").contains(command);
  }

  @Test
  void shouldPrintWhatTheReadmeSaysThatTheDemoPrints() throws Exception {
    // given
    List<String> blocks = blocks();
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");

    // when
    Process demo = new ProcessBuilder("bash", "-c", blocks.get(DEMO_COMMAND)).directory(ROOT.toFile())
        .redirectOutput(out.toFile()).redirectError(err.toFile()).start();

    // then
    assertThat(demo.waitFor(3, TimeUnit.MINUTES)).describedAs(Files.readString(err)).isTrue();
    assertThat(demo.exitValue()).describedAs(Files.readString(err)).isZero();
    assertThat(Files.readString(out)).describedAs("put what the demo prints now into README.md, if it is meant")
        .isEqualTo(blocks.get(DEMO_OUTPUT));
  }

  private static List<String> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(ROOT.resolve("README.md"))).results().map(found -> found.group(2)).toList();
  }
}
