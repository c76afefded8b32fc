package io.dialgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.dialgate.lists.FtcDeltas;
import io.dialgate.lists.FtcFile;
import io.dialgate.lists.FtcLine;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.schemas.RegistryStatus;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.RegistryStatuses;

/** {@code registry import}: files of the US national registry, all of them or none. */
@Command(name = "import", mixinStandardHelpOptions = true, description = {
    "Takes full lists (407,5551234) and change files (4075551234,2026-08-29T08:00:00,A or D) of the FTC's registry,",
    "and says how fresh our copy is; without that, no solicitation in the United States is allowed.",
    "A line that is none refuses all files before anything is published."})
final class RegistryImportVerb implements Callable<Integer> {

  /** Deltas that wait for the broker at once. */
  private static final int BATCH = 10_000;

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Option(names = "--registry", defaultValue = FtcDeltas.REGISTRY, paramLabel = "NAME", description = "The registry (default, and the only one so far: us-ftc).")
  private String registry = FtcDeltas.REGISTRY;

  @Option(names = "--as-of", paramLabel = "DATE", description = "The date up to which the files are complete (default: of the latest change in them, else today).")
  private @Nullable LocalDate asOf;

  @Option(names = "--by", paramLabel = "NAME", description = "Who imports them (default: the user at this machine).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--timeout", defaultValue = "PT60S", paramLabel = "DURATION", description = "How long to wait, ISO-8601 (default: PT60S).")
  private Duration timeout = Duration.ofMinutes(1);

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files as the registry delivers them, plain text.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    if (!registry.equals(FtcDeltas.REGISTRY)) {
      throw new Refused("expected --registry us-ftc, but got '%s'; other registries cannot be imported yet"
          .formatted(Output.plain(registry)));
    }
    List<FtcFile> looked = files.stream().map(RegistryImportVerb::look).toList();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Instant complete = complete(looked, now);
    Settings loaded = settings.load();
    try (var gate = new GateClient(loaded, ClusterOf.running(loaded), timeout)) {
      looked.forEach(file -> publish(gate, file, complete, now));
      // The deltas lie on the broker before the status does: whoever asks from here on is answered after they are taken.
      var status = new RegistryStatus(registry, "*", complete, looked.stream().mapToLong(FtcFile::numbers).sum(),
          looked.getLast().digest(), now);
      var receipts = gate.tell(Topics.REGISTRY_STATUS, Map.of(status, RegistryStatuses.key(status)),
          RegistryStatuses::receipt, true);
      return Receipts.print(receipts.values(),
          "is of %s; %,d lines were published".formatted(complete, status.getSize()), output);
    }
  }

  private void publish(GateClient gate, FtcFile file, Instant complete, Instant now) {
    output.progress("publishing %s: %,d lines".formatted(file.path(), file.numbers()));
    var deltas = new FtcDeltas(file.digest(), complete);
    Map<RegistryDelta, String> batch = new LinkedHashMap<>();
    try {
      file.read(line -> deltas.of(line).ifPresent(delta -> {
        batch.put(delta, delta.getPhone());
        if (batch.size() >= BATCH) {
          gate.write(Topics.REGISTRY_DELTAS, batch);
          batch.clear();
        }
      }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    gate.write(Topics.REGISTRY_DELTAS, batch);
    gate.write(Topics.OPERATOR_ACTIONS, Map.of(new OperatorAction("import-" + file.digest(), OperatorActionKind.IMPORT,
        registry, by, now, null, Map.of("file", String.valueOf(file.path().getFileName()), "sha256", file.digest(),
            "lines", Long.toString(file.numbers()))),
        registry));
  }

  private Instant complete(List<FtcFile> looked, Instant now) {
    if (asOf != null) {
      return asOf.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    Instant latest = looked.stream().map(FtcFile::latest).max(Instant::compareTo).orElse(Instant.MIN);
    return latest.equals(Instant.MIN) ? now.truncatedTo(ChronoUnit.DAYS) : latest;
  }

  private static FtcFile look(Path file) {
    try {
      return FtcFile.look(file, RegistryImportVerb::refuse);
    } catch (IOException e) {
      throw new Refused("expected %s to be a registry's file, but it cannot be read (%s); name another file"
          .formatted(file, e.getMessage()), e);
    }
  }

  private static void refuse(FtcLine.Malformed line) {
    throw new Refused(line.message() + "; nothing was published");
  }
}
