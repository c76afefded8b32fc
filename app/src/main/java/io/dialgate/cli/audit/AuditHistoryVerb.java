package io.dialgate.cli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.ProgressBar;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.verify.ProofFile;
import io.dialgate.domain.audit.verify.Prover.ProvenEntry;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.client.DncStanding;
import io.dialgate.runtime.client.RecordedFacts;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.wire.record.EntryEnvelope;

/** {@code audit history}: what a regulator asks for. */
@Command(name = "history", mixinStandardHelpOptions = true, description = {
    "Tells everything that is recorded about a number up to a time, each fact with its place in the log, proven:",
    "opt-outs, consents, holds, decisions, recalls; and, from the table's topic, the entries that stood then.",
    "The entries of a registry are recorded as one import of many numbers, so that they stand in the table, and in the facts of decisions."})
final class AuditHistoryVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Mixin
  private LogKeys keys;

  @Mixin
  private LogTiles tiles;

  @Parameters(paramLabel = "NUMBER", description = "The number, in any notation.")
  private String number = "";

  @Option(names = "--region", defaultValue = "US", paramLabel = "REGION", description = "Where a number without a country code is read (default: US).")
  private String region = "US";

  @Option(names = "--at", paramLabel = "TIME", description = "What was known then, RFC 3339 (default: now).")
  private @Nullable Instant at;

  @Option(names = "--out", paramLabel = "DIR", description = "Write each proof and its entry into this folder.")
  private @Nullable Path out;

  /** A fact about the number. */
  private record Found(int log, EntryEnvelope entry) {}

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    LogKeys.Keys trusted = keys.load(loaded);
    Cluster cluster = ClusterOf.running(loaded);
    var numbering = new LibPhoneNumbering();
    String e164 = switch (numbering.read(number, region)) {
      case Reading.Valid valid -> valid.number().e164();
      case Reading.Possible possible -> possible.number().e164();
      case Reading.Unusable(String why) -> throw new Refused(
          "expected NUMBER to be a number, but got '%s' (%s); correct it".formatted(Output.plain(number), why));
    };
    Instant until = at == null ? Instant.now() : at;
    var about = new AboutNumber(numbering, e164, region);
    try (var recorded = new RecordedFacts(loaded, cluster); var bar = new ProgressBar(output, recorded.size())) {
      List<Found> found = new ArrayList<>();
      recorded.forEach(bar::at, (log, entry, fact) -> {
        if (!entry.time().isAfter(until) && about.test(entry, fact)) {
          found.add(new Found(log, entry));
        }
      });
      found.sort(Comparator.comparing((Found one) -> one.entry().time()).thenComparingLong(one -> one.entry().index()));
      for (Found one : found) {
        tell(one, prove(loaded, trusted, one), recorded);
      }
      tellStanding(DncStanding.at(loaded, cluster, e164, until), e164, until, found.size());
      return ExitCode.DONE;
    } catch (NotProven failure) {
      output.print(Map.of("proven", false, "where", failure.where(), "expected", failure.expected(), "found",
          failure.found()), "@|bold,red NOT PROVEN|@  " + Output.plain(String.valueOf(failure.getMessage())));
      return ExitCode.BAD_NEWS;
    }
  }

  private ProvenEntry prove(Settings loaded, LogKeys.Keys trusted, Found one) throws NotProven {
    ProvenEntry proven = tiles.prove(loaded, trusted.of(one.log()), one.log(), one.entry().index());
    if (out != null) {
      String name = "%d-%d".formatted(one.log(), one.entry().index());
      try {
        Files.createDirectories(out);
        Files.write(out.resolve(name + ProofFile.EXTENSION), proven.file().bytes());
        Files.write(out.resolve(name + ".entry"), proven.entry());
      } catch (IOException e) {
        throw new UncheckedIOException("expected to write into %s, but got '%s'; name a folder with --out"
            .formatted(out, e.getMessage()), e);
      }
    }
    return proven;
  }

  private void tell(Found one, ProvenEntry proven, RecordedFacts recorded) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(recorded.json().of(one.entry()));
    json.put("proven", true);
    output.print(json,
        "%s  @|bold %s|@  entry %d of log %d, proven%n%s".formatted(one.entry().time(), one.entry().type(),
            one.entry().index(), one.log(), EntryWords.of(proven.entry(), recorded.json())));
  }

  private void tellStanding(List<Map<String, @Nullable Object>> entries, String e164, Instant until, int facts) {
    output.print(Map.of("number", e164, "at", until.toString(), "facts", facts, "standing", entries),
        "%s: %d facts until %s; entries that stood then: %s".formatted(e164, facts, until,
            entries.isEmpty() ? "none" : Output.plain(entries.toString())));
  }
}
