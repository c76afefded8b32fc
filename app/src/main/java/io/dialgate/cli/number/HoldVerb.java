package io.dialgate.cli.number;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
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
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.wire.Topics;

/** {@code hold}: a litigation hold, which overrides everything. */
@Command(name = "hold", mixinStandardHelpOptions = true, description = {
    "Puts a litigation hold on numbers, or ends it, and returns when it is in force.",
    "Every attempt to dial a held number raises an alert."})
public final class HoldVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Mixin
  private NumberArguments numbers;

  @Option(names = "--release", description = "End the hold.")
  private boolean release;

  @Option(names = "--by", paramLabel = "NAME", description = "Who orders it (default: the user at this machine).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--because", paramLabel = "TEXT", description = "Why, for the audit.")
  private @Nullable String because;

  @Option(names = "--timeout", defaultValue = "PT15S", paramLabel = "DURATION", description = "How long to wait, ISO-8601 (default: PT15S).")
  private Duration timeout = Duration.ofSeconds(15);

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    Map<OperatorAction, String> actions = new LinkedHashMap<>();
    numbers.e164().forEach(number -> actions.put(action(number), number));
    try (var gate = new GateClient(loaded, ClusterOf.running(loaded), timeout)) {
      var receipts = gate.tell(Topics.OPERATOR_ACTIONS, actions, OperatorAction::getActionId, false);
      return Receipts.print(receipts.values(), release ? "is released" : "is under a litigation hold", output);
    }
  }

  private OperatorAction action(String number) {
    return new OperatorAction(UUID.randomUUID().toString(),
        release ? OperatorActionKind.RELEASE : OperatorActionKind.HOLD, number, by,
        Instant.now().truncatedTo(ChronoUnit.MICROS), because, Map.of());
  }
}
