package io.dialgate.embedded;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the programs are that run as processes of their own. */
final class ClassPath {

  /** The folder of the build's results, which the launcher names. */
  private static final String HOME = "dialgate.home";

  private ClassPath() {}

  /**
   * The broker's, which is our own. Under a test runner it stands in a property of the runner's. Where we are a jar ourselves,
   * folders are left out: they hold nothing that a broker needs, and the JVM shares no classes with them on its class path.
   */
  static String broker() {
    String whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    boolean packaged = Files.isRegularFile(ours());
    return Arrays.stream(whole.split(File.pathSeparator)).map(entry -> Path.of(entry).toAbsolutePath())
        .filter(entry -> !packaged || !Files.isDirectory(entry)).map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The folder of the build's results, or of an installation. */
  static Path home() {
    return Path.of(System.getProperty(HOME, "target"));
  }

  /** The registry's, and with it the class that watches over its parent. */
  static String registry() {
    return registryJar() + File.pathSeparator + ours();
  }

  private static Path ours() {
    try {
      return Path.of(new URI(ChildMain.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("expected our own classes in a jar or a folder, but got " + e.getInput(), e);
    }
  }

  private static Path registryJar() {
    Path folder = home().resolve("registry").toAbsolutePath();
    try (Stream<Path> files = Files.find(folder, 3, (path, _) -> path.endsWith("quarkus-run.jar"))) {
      return files.findFirst().orElseThrow(() -> new EmbeddedFailure(
          "expected the schema registry in %s, but it is not there; build Dialgate with: mvn -DskipTests package"
              .formatted(folder)));
    } catch (IOException e) {
      throw new EmbeddedFailure(
          "expected the schema registry in %s, but got '%s'; build Dialgate with: mvn -DskipTests package"
              .formatted(folder, e),
          e);
    }
  }
}
