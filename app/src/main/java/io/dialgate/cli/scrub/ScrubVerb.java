package io.dialgate.cli.scrub;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.dialgate.cli.audit.LogKeys;
import io.dialgate.cli.audit.LogTiles;
import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.Outputs;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.cli.shell.StageBars;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.scrub.Scrub;
import io.dialgate.runtime.scrub.ScrubFiles;
import io.dialgate.runtime.scrub.ScrubResult;
import io.dialgate.runtime.scrub.ScrubTerms;
import io.dialgate.runtime.settings.Settings;

/** {@code scrub}: a contact list into what may be dialled and what may not. */
@Command(name = "scrub", mixinStandardHelpOptions = true, subcommands = ScrubVerifyVerb.class, description = {
    "Asks a running gate about every number of a contact list, and writes each row, byte for byte and in order, either to the",
    "clean rows or, with the reasons, to the rejected ones; and a certificate of it that can be checked offline.",
    "What passes with time (hours, holidays, caps) rejects no row; it is counted. A row without a usable number is rejected."})
public final class ScrubVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Mixin
  private LogKeys keys;

  @Mixin
  private LogTiles tiles;

  @Parameters(arity = "0..1", paramLabel = "CONTACTS.csv", description = "The list: CSV with comma, semicolon, tab or bar, in UTF-8 or Windows-1252, with or without a row of names.")
  private @Nullable Path contacts;

  @Option(names = "--out", paramLabel = "FILE", description = "Where rows go that may be dialled; a file that is there is replaced when the new one is whole.")
  private @Nullable Path clean;

  @Option(names = "--rejected", paramLabel = "FILE", description = "Where the others go, with the columns dnc_reason and dnc_retry_at.")
  private @Nullable Path rejected;

  @Option(names = "--certificate", paramLabel = "FILE", description = "Where the certificate goes (default: the clean rows' name and .certificate.json).")
  private @Nullable Path certificate;

  @Option(names = "--dry-run", description = "Say how many rows would be rejected, and why; write nothing.")
  private boolean dryRun;

  @Option(names = "--job", paramLabel = "ID", description = "Go on with a scrub of this list that was interrupted.")
  private @Nullable String job;

  @Option(names = "--phone-column", paramLabel = "NAME", description = "The number's column, by its name or its place from 1 (default: the one that is called phone, mobile, tel or the like).")
  private @Nullable String column;

  @Option(names = "--region", defaultValue = "US", paramLabel = "REGION", description = "Where a number without a country code is read (default: US).")
  private String region = "US";

  @Option(names = "--campaign", defaultValue = "cli", paramLabel = "ID", description = "Campaign that will call (default: cli).")
  private String campaign = "cli";

  @Option(names = "--brand", paramLabel = "NAME", description = "Brand that will call.")
  private @Nullable String brand;

  @Option(names = "--call-type", paramLabel = "TYPE", description = "Kind of call (default: solicitation).")
  private @Nullable String callType;

  @Option(names = "--by", paramLabel = "NAME", description = "Who scrubs it (default: the user at this machine).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--timeout", defaultValue = "PT60S", paramLabel = "DURATION", description = "How long the gate may give no answer, ISO-8601 (default: PT60S).")
  private Duration timeout = Duration.ofMinutes(1);

  @Override
  public Integer call() {
    if (contacts == null) {
      throw new Refused("expected CONTACTS.csv, but got none; name a contact list");
    }
    ScrubFiles files = files(contacts);
    Settings loaded = settings.load();
    var scrub = new Scrub(loaded, ClusterOf.running(loaded), new ScrubTerms(region, campaign, brand, callType, "cli"),
        by,
        timeout, new StageBars(output));
    LogKeys.Keys trusted = files == null ? log -> {
      throw new IllegalStateException("expected no proof to be wanted");
    } : keys.load(loaded);
    ScrubResult result = scrub.run(contacts, Optional.ofNullable(column), job, files,
        (log, index) -> tiles.prove(loaded, trusted.of(log), log, index),
        id -> output.progress("job %s; if it is interrupted, the same with --job %s goes on".formatted(id, id)));
    output.print(ScrubWords.json(result, files), ScrubWords.words(result, files));
    return ExitCode.DONE;
  }

  /** Where the results go; null for a dry run. */
  private @Nullable ScrubFiles files(Path list) {
    if (dryRun) {
      return null;
    }
    if (clean == null || rejected == null) {
      throw new Refused("expected --out FILE and --rejected FILE, but got %s; name both, or preview with --dry-run"
          .formatted(clean == null && rejected == null ? "neither" : "one of them"));
    }
    Path certified = certificate == null ? Path.of(clean + ".certificate.json") : certificate;
    Outputs.requireDifferent(list, clean, rejected, certified);
    return new ScrubFiles(clean, rejected, certified);
  }
}
