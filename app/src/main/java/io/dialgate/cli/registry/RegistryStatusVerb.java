package io.dialgate.cli.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import io.dialgate.cli.policy.PolicyBooks;
import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.policy.law.LawBook;
import io.dialgate.domain.policy.law.Measure;
import io.dialgate.runtime.client.PolicyLog;
import io.dialgate.runtime.registry.RegistryCopies;
import io.dialgate.runtime.settings.BuiltInPolicy;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.RegistryStatus;

/** {@code registry status}: how old our copies of registries are. */
@Command(name = "status", mixinStandardHelpOptions = true, description = {
    "Prints each copy of a registry, by area code: of when it is, how old, how many numbers it has, and when it turns stale",
    "by the policy in force: from then on, calls that need it are suppressed. Ends with 1 if one is stale, or there is none."})
final class RegistryStatusVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    Cluster cluster = ClusterOf.running(loaded);
    List<RegistryStatus> copies = RegistryCopies.read(loaded, cluster).all();
    Optional<LawBook> law = law(loaded, PolicyLog.read(loaded, cluster));
    Instant now = Instant.now();
    boolean bad = copies.isEmpty();
    if (copies.isEmpty()) {
      output.print(Map.of("copies", List.of()),
          "there is no copy of any registry: import one with 'dialgate registry import'");
    }
    for (RegistryStatus copy : copies) {
      Instant stale = staleAt(copy, law);
      bad |= stale != null && !now.isBefore(stale);
      output.print(json(copy, stale, now), words(copy, stale, now));
    }
    return bad ? ExitCode.BAD_NEWS : ExitCode.DONE;
  }

  private static Optional<LawBook> law(Settings settings, PolicyLog log) {
    return log.activations().isEmpty() && settings.gate().policy() == BuiltInPolicy.LISTS_ONLY
        ? Optional.empty()
        : Optional.of(PolicyBooks.inForce(log));
  }

  /** The first instant at which some rule calls the copy stale; null: no rule asks for it. */
  private static @Nullable Instant staleAt(RegistryStatus copy, Optional<LawBook> law) {
    return law.stream().flatMap(book -> book.provisions().stream())
        .flatMap(row -> row.measure() instanceof Measure.FreshRegistry(String registry, Period maxAge)
            && registry.equals(copy.getRegistry()) ? Optional.of(maxAge).stream() : Optional.<Period>empty().stream())
        .map(maxAge -> copy.getAsOf().atOffset(ZoneOffset.UTC).plus(maxAge).toInstant()).min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Map<String, @Nullable Object> json(RegistryStatus copy, @Nullable Instant stale, Instant now) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("registry", copy.getRegistry());
    json.put("area", copy.getArea());
    json.put("asOf", copy.getAsOf().toString());
    json.put("ageDays", Duration.between(copy.getAsOf(), now).toDays());
    json.put("size", copy.getSize());
    json.put("sha256", copy.getFileDigest());
    json.put("importedAt", copy.getImportedAt().toString());
    json.put("staleAt", stale == null ? null : stale.toString());
    json.put("stale", stale != null && !now.isBefore(stale));
    return json;
  }

  private static String words(RegistryStatus copy, @Nullable Instant stale, Instant now) {
    String turns = stale == null
        ? "no rule in force asks for it"
        : now.isBefore(stale) ? "turns stale at " + stale : "@|bold,red stale since %s|@".formatted(stale);
    return "%-10s %-4s of %s, %d day(s) old, %,d numbers; %s".formatted(Output.plain(copy.getRegistry()),
        Output.plain(copy.getArea()), copy.getAsOf(), Duration.between(copy.getAsOf(), now).toDays(), copy.getSize(),
        turns);
  }
}
