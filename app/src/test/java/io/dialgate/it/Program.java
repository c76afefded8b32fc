package io.dialgate.it;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.dialgate.cli.Dialgate;

/** {@code dialgate} as a process of its own, with no settings but those that it is given, and nothing of the tests in it. */
final class Program {

  private static final List<String> JVM = List.of("--enable-native-access=ALL-UNNAMED",
      "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private Program() {}

  /**
   * Ready to be started.
   *
   * @param jvm options of the JVM, beside the usual ones
   * @param environment all its settings
   * @param words a verb and what follows it
   */
  static ProcessBuilder of(List<String> jvm, Map<String, String> environment, List<String> words) {
    List<String> classPath = classPath();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(sharedClasses(words.getFirst(), classPath));
    command.addAll(jvm);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), Dialgate.class.getName()));
    command.addAll(words);
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("DIALGATE_"));
    builder.environment().putAll(environment);
    return builder;
  }

  private static List<String> classPath() {
    String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator)).filter(part -> !part.endsWith("test-classes")).toList();
  }

  /**
   * Classes as the first run of the verb that ended in order left them: a start takes a third less with them. There are none of
   * folders, and of a path with a colon; then it does without.
   */
  private static List<String> sharedClasses(String verb, List<String> classPath) {
    String archive = TARGET.resolve("test-" + verb + ".jsa").toString();
    return archive.contains(File.pathSeparator) || classPath.stream().map(Path::of).anyMatch(Files::isDirectory)
        ? List.of()
        : List.of("-Xlog:disable", "-Xshare:auto", "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
  }
}
