package io.dialgate.cli.registry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.Output;
import io.dialgate.lists.Areas;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.layout.Layout;
import io.dialgate.lists.layout.Layouts;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.registry.ImportOptions;

/** What {@code registry import} is told beside its files: {@code @Mixin ImportParameters}. */
final class ImportParameters {

  @Option(names = "--registry", defaultValue = "us-ftc", paramLabel = "NAME", description = "The registry: us-ftc (default), ca-ndncl, uk-tps, uk-ctps, au-dncr, us-rnd; any other with --layout.")
  private String registry = "us-ftc";

  @Option(names = "--layout", paramLabel = "FILE", description = "How its files are written, as YAML; it names the registry (default: as we know it).")
  private @Nullable Path layout;

  @Option(names = "--area", split = ",", paramLabel = "CODE", description = "The area codes that the files cover, where they are not the whole registry.")
  private Set<String> areas = new TreeSet<>();

  @Option(names = "--as-of", paramLabel = "DATE", description = "The date or the moment up to which the files are complete (default: of the latest change in them, else the date in the file's name, else today).")
  private @Nullable String asOf;

  @Option(names = "--dry-run", description = "Say what would change, and publish nothing.")
  private boolean dryRun;

  @Option(names = "--max-bad", defaultValue = "0.1", paramLabel = "PERCENT", description = "Lines that may be none, of a hundred (default: 0.1); more, and nothing is published.")
  private double maxBad = 0.1;

  @Option(names = "--max-removed", defaultValue = "5", paramLabel = "PERCENT", description = "Numbers of a hundred that a full list may take off (default: 5): a list that was cut must not open the gate.")
  private double maxRemoved = 5;

  @Option(names = "--force", description = "Take files also out of order, after a gap, cut, or removing more than --max-removed.")
  private boolean force;

  @Option(names = "--by", paramLabel = "NAME", description = "Who imports them (default: the user at this machine).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--timeout", defaultValue = "PT60S", paramLabel = "DURATION", description = "How long the gate may come no further, ISO-8601 (default: PT60S).")
  private Duration timeout = Duration.ofMinutes(1);

  /**
   * All of it, checked.
   *
   * @throws Refused if something is wrong
   */
  ImportOptions options() {
    try {
      Layout read = layout == null ? Layouts.shipped(registry) : Layouts.of(layout);
      var limits = new ImportOptions.Limits(part("--max-bad", maxBad), part("--max-removed", maxRemoved), force);
      return new ImportOptions(read, new Areas(areas), moment(), limits, dryRun, by, timeout);
    } catch (RefusedList e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
  }

  private Optional<Instant> moment() {
    if (asOf == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(asOf.contains("T")
          ? Instant.parse(asOf)
          : LocalDate.parse(asOf).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      throw new Refused(
          "expected --as-of to be a date such as 2026-08-29 or a moment such as 2026-08-29T08:00:00Z, but got '%s'; correct it"
              .formatted(Output.plain(asOf)),
          e);
    }
  }

  private static double part(String option, double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new Refused("expected %s to be 0 to 100 percent, but got %s; correct it".formatted(option, percent));
    }
    return percent / 100;
  }
}
