package io.dialgate.cli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.ledger.key.KeyFile;
import io.dialgate.ledger.key.SigningKey;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.settings.Settings;

/** {@code audit key}: whom an outsider has to trust. */
@Command(name = "key", mixinStandardHelpOptions = true, description = {
    "Prints the public key of each log, as C2SP signed-note writes it; all are one key under the logs' names.",
    "Makes the key if there is none (setting audit.key.file). Publish these lines where people will find them, apart from the log."})
final class AuditKeyVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Option(names = "--logs", paramLabel = "N", description = "How many logs there are (default: setting topics.partitions).")
  private int logs;

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    SigningKey key = read(loaded);
    for (int log = 0; log < (logs > 0 ? logs : loaded.topics().partitions()); log++) {
      VerifierKey vkey = key.verifierKey(loaded.audit().origin() + "/" + log);
      output.print(Map.of("log", log, "vkey", vkey.toString()), vkey.toString());
    }
    return ExitCode.DONE;
  }

  private static SigningKey read(Settings loaded) {
    try {
      return new KeyFile(loaded.audit().keyFile()).readOrCreate();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read or make key file %s, but got '%s'; see setting audit.key.file"
          .formatted(loaded.audit().keyFile(), e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
  }
}
