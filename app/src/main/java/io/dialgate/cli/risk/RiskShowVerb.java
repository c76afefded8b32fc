package io.dialgate.cli.risk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.schemas.PolicyActivation;

/** {@code risk show}: the model in force, or that was, or the one in shadow. */
@Command(name = "show", mixinStandardHelpOptions = true, description = {
    "Prints the risk model in force: its name, its content hash, who put it in force and when, what it scores, and its thresholds.",
    "Before one is published, that is the built-in one."})
final class RiskShowVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Option(names = "--at", paramLabel = "TIME", description = "What was in force then, RFC 3339 (default: now).")
  private @Nullable Instant at;

  @Option(names = "--shadow", description = "The model that is computed in shadow instead.")
  private boolean shadow;

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    RiskShelf shelf = RiskShelf.read(loaded, ClusterOf.running(loaded));
    Optional<PolicyActivation> active = shelf.used(shadow).inForceAt(at == null ? Instant.now() : at)
        .filter(one -> !one.getHash().isEmpty());
    if (active.isEmpty() && shadow) {
      output.print(Map.of("shadow", false), "no model is computed in shadow");
      return ExitCode.DONE;
    }
    RiskModel model = active.map(shelf::model).orElseGet(shelf::builtIn);
    Map<String, @Nullable Object> json = RiskModelWords.json(model);
    json.put("since", active.map(one -> one.getActivatedAt().toString()).orElse(null));
    json.put("by", active.map(PolicyActivation::getActivatedBy).orElse(null));
    output.print(json, "@|bold %s|@  %s%n%s%n%s".formatted(Output.plain(model.name()), model.hash(), since(active),
        RiskModelWords.words(model)));
    return ExitCode.DONE;
  }

  private String since(Optional<PolicyActivation> active) {
    return active
        .map(one -> "%s since %s, by %s".formatted(shadow ? "in shadow" : "in force", one.getActivatedAt(),
            Output.plain(one.getActivatedBy())))
        .orElse("built in: nothing was published yet");
  }
}
