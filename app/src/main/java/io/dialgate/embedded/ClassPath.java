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

  /** Our own, on which the broker is too. Under a test runner it stands in a property of the runner's. */
  static String own() {
    String whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(whole.split(File.pathSeparator)).map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The registry's, and with it the class that watches over its parent. */
  static String registry() {
    try {
      Path ours = Path.of(new URI(ChildMain.class.getProtectionDomain().getCodeSource().getLocation().toString()));
      return registryJar() + File.pathSeparator + ours;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("expected our own classes in a jar or a folder, but got " + e.getInput(), e);
    }
  }

  private static Path registryJar() {
    Path folder = Path.of(System.getProperty(HOME, "target"), "registry").toAbsolutePath();
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
