package io.dialgate.cli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.ProgressBar;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.verify.ProofFile;
import io.dialgate.domain.audit.verify.Prover.ProvenEntry;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.client.RecordedFacts;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.schemas.DialDecision;
import io.dialgate.wire.json.FactJson;
import io.dialgate.wire.record.EntryEnvelope;
import io.dialgate.wire.registry.ConfluentRegistry;

/** {@code audit prove}: one entry, and the proof that it is in the log. */
@Command(name = "prove", mixinStandardHelpOptions = true, description = {
    "Writes the proof that an entry is in its log (C2SP tlog-proof), and the entry's exact bytes, and prints the entry.",
    "Both files are all that 'audit check-proof' needs, beside the log's key: no Kafka, no registry, no network."})
final class AuditProveVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Mixin
  private LogKeys keys;

  @Mixin
  private LogTiles tiles;

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(names = "--log", paramLabel = "N", description = "The log of --index (default: 0).")
  private @Nullable Integer log;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of the files that are written (default: the current one).")
  private Path out = Path.of("");

  /** One of the two. */
  static final class Which {

    @Option(names = "--request", paramLabel = "ID", description = "Everything that was decided about this dial request.")
    private @Nullable String request;

    @Option(names = "--index", paramLabel = "N", description = "The entry with this index.")
    private @Nullable Long index;
  }

  /** An entry's place. */
  private record Place(int log, long index) {}

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    LogKeys.Keys trusted = keys.load(loaded);
    List<Place> places = places(loaded);
    try (var registry = new ConfluentRegistry(ClusterOf.named(loaded).schemaRegistry().toString())) {
      var facts = new FactJson(registry);
      for (Place place : places) {
        ProvenEntry proven = tiles.prove(loaded, trusted.of(place.log()), place.log(), place.index());
        tell(place, proven, write(place, proven), facts);
      }
      return ExitCode.DONE;
    } catch (NotProven failure) {
      output.print(Map.of("proven", false, "where", failure.where(), "expected", failure.expected(), "found",
          failure.found()), "@|bold,red NOT PROVEN|@  " + Output.plain(String.valueOf(failure.getMessage())));
      return ExitCode.BAD_NEWS;
    }
  }

  private List<Place> places(Settings loaded) {
    Long index = which.index;
    if (index != null) {
      if (index < 0) {
        throw new Refused("expected --index to be 0 or more, but got %d; correct it".formatted(index));
      }
      return List.of(new Place(log == null ? 0 : log, index));
    }
    List<Place> places = new ArrayList<>();
    try (var recorded = new RecordedFacts(loaded, ClusterOf.running(loaded));
        var bar = new ProgressBar(output, recorded.size())) {
      recorded.forEach(bar::at, (number, entry, fact) -> {
        if (fact instanceof DialDecision decision && decision.getRequestId().equals(which.request)) {
          places.add(new Place(number, entry.index()));
        }
      });
    }
    if (places.isEmpty()) {
      throw new Refused(
          "expected a decision about request %s in the audit, but there is none; mind that ids are exact, and that a decision takes up to a second to be recorded"
              .formatted(which.request));
    }
    return places;
  }

  private Path write(Place place, ProvenEntry proven) {
    Path proof = out.resolve("%d-%d%s".formatted(place.log(), place.index(), ProofFile.EXTENSION));
    try {
      Files.createDirectories(out.toAbsolutePath());
      Files.write(proof, proven.file().bytes());
      Files.write(entry(proof), proven.entry());
      return proof;
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write %s, but got '%s'; name a folder with --out"
          .formatted(proof, e.getMessage()), e);
    }
  }

  private static Path entry(Path proof) {
    return Path.of(proof.toString().replace(ProofFile.EXTENSION, ".entry"));
  }

  private void tell(Place place, ProvenEntry proven, Path proof, FactJson facts) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("proof", proof.toString());
    json.put("entry", entry(proof).toString());
    EntryEnvelope.read(proven.entry()).ifPresent(envelope -> json.put("content", facts.of(envelope)));
    output.print(json, "@|bold,green PROVEN|@  entry %d of log %d%n        proof %s%n        entry %s%n%s".formatted(
        place.index(), place.log(), proof, entry(proof), EntryWords.of(proven.entry(), facts)));
  }
}
