package io.dialgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as an installed copy has it: a jar, no sources; with JDKs that only pretend to be some. */
class LauncherTest {

  private static final Path LAUNCHER = Path.of("bin", "dialgate").toAbsolutePath();

  @TempDir
  Path folder;

  @Test
  void shouldStartDialgateWithTheJdkOfJavaHome() throws Exception {
    // given
    install();
    Path jdk = jdk("jdk", "25.0.1");

    // when
    Ended ended = launch(folder.resolve("app/bin/dialgate"), Map.of("JAVA_HOME", jdk.toString()), "up", "--data",
        "a b");

    // then
    assertThat(ended.code()).isEqualTo(7);
    assertThat(ended.output()).contains("-Ddialgate.home=" + folder.toRealPath().resolve("app/target"))
        .contains("<io.dialgate.cli.Dialgate> <up> <--data> <a b>");
  }

  @Test
  void shouldWorkThroughSymbolicLink() throws Exception {
    // given
    install();
    Path link = Files.createSymbolicLink(folder.resolve("dialgate"), Path.of("app", "bin", "dialgate"));

    // when
    Ended ended = launch(link, Map.of("JAVA_HOME", jdk("jdk", "27").toString()), "version");

    // then
    assertThat(ended.output()).contains("<io.dialgate.cli.Dialgate> <version>");
  }

  @Test
  void shouldNotTakeJdkThatIsTooOld() throws Exception {
    // given
    install();
    Path old = jdk("old", "17.0.1");

    // when
    Ended ended = launch(folder.resolve("app/bin/dialgate"), Map.of("JAVA_HOME", old.toString()), "no-such-verb");

    // then
    assertThat(ended.output()).doesNotContain("<io.dialgate.cli.Dialgate>");
    assertThat(ended.code()).isNotEqualTo(7);
  }

  @Test
  void shouldSayInOneSentenceThatItIsNotBuilt() throws Exception {
    // given
    install();
    Files.delete(folder.resolve("app/target/dialgate-app-1.jar"));

    // when
    Ended ended = launch(folder.resolve("app/bin/dialgate"), Map.of(), "version");

    // then
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.output()).startsWith("dialgate: expected ").hasLineCount(1);
  }

  private void install() throws IOException {
    Files.createDirectories(folder.resolve("app/bin"));
    Files.copy(LAUNCHER, folder.resolve("app/bin/dialgate"));
    Files.createDirectories(folder.resolve("app/target/lib"));
    Files.createFile(folder.resolve("app/target/dialgate-app-1.jar"));
  }

  /** A JDK whose java prints its arguments and ends with 7. */
  private Path jdk(String name, String version) throws IOException {
    Path jdk = Files.createDirectories(folder.resolve(name));
    Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.createDirectory(jdk.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '<%s> ' \"$@\"\nexit 7\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return jdk;
  }

  private Ended launch(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("DIALGATE_") || name.equals("JAVA_HOME"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), output.strip());
  }

  private record Ended(int code, String output) {}
}
