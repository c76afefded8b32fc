package io.dialgate.cli.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.Receipts;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.OperatorActions;

/** {@code policy block}: nobody in a region is called, for a time. */
@Command(name = "block", mixinStandardHelpOptions = true, description = {
    "Declares an emergency in a region, or ends it, and returns when it is in force on every task.",
    "Calls that were allowed there, and not placed yet, are recalled."})
final class PolicyBlockVerb implements Callable<Integer> {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Option(names = "--region", required = true, paramLabel = "REGION", description = "A country (US), or a state or province (US-LA).")
  private String region = "";

  @Option(names = "--from", paramLabel = "TIME", description = "The first instant of it, RFC 3339 (default: now).")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "The first instant after it, RFC 3339 (default: until it is released).")
  private @Nullable Instant to;

  @Option(names = "--because", paramLabel = "TEXT", description = "Why; decisions tell it.")
  private @Nullable String because;

  @Option(names = "--release", description = "End the region's blocks.")
  private boolean release;

  @Option(names = "--by", paramLabel = "NAME", description = "Who orders it (default: the user at this machine).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--timeout", defaultValue = "PT15S", paramLabel = "DURATION", description = "How long to wait, ISO-8601 (default: PT15S).")
  private Duration timeout = Duration.ofSeconds(15);

  @Override
  public Integer call() {
    OperatorAction action = action();
    Settings loaded = settings.load();
    try (var gate = new GateClient(loaded, ClusterOf.running(loaded), timeout)) {
      var receipts = gate.tell(Topics.OPERATOR_ACTIONS, Map.of(action, action.getSubject()),
          OperatorAction::getActionId, true);
      return Receipts.print(receipts.values(), release ? "is released" : "is blocked", output);
    }
  }

  private OperatorAction action() {
    String known = region();
    if (!release && because == null) {
      throw new Refused("expected --because TEXT with a block, but got none; say why, decisions tell it");
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    if (to != null && !(to.isAfter(now) && (from == null || to.isAfter(from)))) {
      throw new Refused("expected --to after --from and after now, but got %s; correct it".formatted(to));
    }
    Map<String, String> details = new LinkedHashMap<>();
    if (from != null) {
      details.put(OperatorActions.FROM, from.toString());
    }
    if (to != null) {
      details.put(OperatorActions.TO, to.toString());
    }
    return new OperatorAction(UUID.randomUUID().toString(),
        release ? OperatorActionKind.EMERGENCY_RELEASE : OperatorActionKind.EMERGENCY_BLOCK, known, by, now, because,
        details);
  }

  private String region() {
    String upper = region.toUpperCase(Locale.ROOT);
    String known = upper.equals("UK") ? "GB" : upper;
    String country = known.split("-", 2)[0];
    if (!known.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?") || !COUNTRIES.contains(country)) {
      throw new Refused(
          "expected --region to be a country such as US, or a state such as US-LA, but got '%s'; correct it"
              .formatted(Output.plain(region)));
    }
    return known;
  }
}
