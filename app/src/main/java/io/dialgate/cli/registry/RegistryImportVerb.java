package io.dialgate.cli.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.cli.shell.StageBars;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.registry.ImportResult;
import io.dialgate.runtime.registry.RegistryImport;
import io.dialgate.runtime.settings.Settings;

/** {@code registry import}: files of a registry, all of them or none. */
@Command(name = "import", mixinStandardHelpOptions = true, description = {
    "Takes full lists, change lists or answers of a Do-Not-Call registry, plain, gzip or zip, as one list, and returns when",
    "it is in force. A full list is compared with what the table has, and only the difference is published.",
    "A bad line goes to FILE.rejected.csv. An import that was interrupted goes on when the same files are imported again.",
    "Without a copy that is fresh, no solicitation in the registry's country is allowed."})
final class RegistryImportVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Mixin
  private ImportParameters parameters;

  @Option(names = "--watch", paramLabel = "DIR", description = "Take each file that comes into this folder, until Ctrl-C; those that are done move to DIR/imported, those that are refused to DIR/refused.")
  private @Nullable Path watched;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files as the registry delivers them, or folders of them.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    if (files.isEmpty() == (watched == null)) {
      throw new Refused("expected either FILEs or --watch DIR, but got %s; name one of them"
          .formatted(watched == null ? "neither" : "both"));
    }
    Settings loaded = settings.load();
    var imports = new RegistryImport(loaded, ClusterOf.running(loaded), parameters.options(), new StageBars(output));
    if (watched != null) {
      new WatchedFolder(watched, imports, output).watch();
      return ExitCode.DONE;
    }
    ImportResult result = imports.run(files);
    output.print(ImportWords.json(result), ImportWords.words(result));
    return ExitCode.DONE;
  }
}
