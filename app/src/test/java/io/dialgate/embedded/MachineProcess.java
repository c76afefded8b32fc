package io.dialgate.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link MachineMain} and its children, by their processes. */
final class MachineProcess implements AutoCloseable {

  private static final int SECONDS_TO_CLOSE = 30;

  private final Process process;
  private final BufferedReader output;
  private final List<ProcessHandle> children;

  private MachineProcess(Process process, BufferedReader output, List<ProcessHandle> children) {
    this.process = process;
    this.output = output;
    this.children = children;
  }

  /** Returns when the machine is ready. */
  static MachineProcess start(Path data) throws IOException {
    var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        MachineMain.class.getName(), data.toString()).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("CLASSPATH",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    Process process = builder.start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String[] ready = String.valueOf(output.readLine()).split(" ");
    if (!ready[0].equals("ready")) {
      process.destroyForcibly();
      throw new IOException("expected a machine that is ready, but got " + Arrays.toString(ready));
    }
    var children = Arrays.stream(ready).skip(1).map(Long::parseLong).map(pid -> ProcessHandle.of(pid).orElseThrow())
        .toList();
    return new MachineProcess(process, output, children);
  }

  /** The broker and the registry. */
  List<ProcessHandle> children() {
    return children;
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Closes the machine in order. */
  String closeInOrder() throws IOException {
    process.getOutputStream().close();
    return output.readLine();
  }

  /** The brokers and registries that a process has started itself. */
  static List<ProcessHandle> childrenOf(ProcessHandle parent) {
    return parent.children().filter(child -> child.info().arguments()
        .map(arguments -> Arrays.asList(arguments).contains(ChildMain.class.getName())).orElse(false)).toList();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().completeOnTimeout(process, SECONDS_TO_CLOSE, TimeUnit.SECONDS).join().destroyForcibly();
  }
}
