package io.dialgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.runtime.docs.GeneratedDocs;

/** {@code topology}: regenerates the documents that the build compares. */
@Command(name = "topology", mixinStandardHelpOptions = true, description = "Writes the topologies, topics and settings as documents, as this program has them.")
final class TopologyVerb implements Callable<Integer> {

  @Mixin
  private Output output;

  @Option(names = "--out", defaultValue = "topology-docs", paramLabel = "DIR", description = "Folder to write to (default: topology-docs in the current folder).")
  private Path out = Path.of("topology-docs");

  @Override
  public Integer call() {
    GeneratedDocs.files().forEach(this::write);
    return ExitCode.DONE;
  }

  private void write(String name, String text) {
    Path file = out.resolve(name);
    try {
      Files.createDirectories(out);
      Files.writeString(file, text);
      output.print(file.toString(), "wrote " + file);
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write %s, but got '%s'; choose another folder with --out"
          .formatted(file, e.getMessage()), e);
    }
  }
}
