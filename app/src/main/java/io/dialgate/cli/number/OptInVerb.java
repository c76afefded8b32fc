package io.dialgate.cli.number;

import java.time.Duration;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.Receipts;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.wire.Topics;

/** {@code opt-in}: one entry out. */
@Command(name = "opt-in", mixinStandardHelpOptions = true, description = {
    "Takes numbers off a list, and returns when it is so.",
    "Only the entry of that list, reason and scope goes: a number can stay suppressed for another one."})
public final class OptInVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Mixin
  private EntryOptions entry;

  @Option(names = "--timeout", defaultValue = "PT15S", paramLabel = "DURATION", description = "How long to wait, ISO-8601 (default: PT15S).")
  private Duration timeout = Duration.ofSeconds(15);

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    var events = entry.events(ListAction.REMOVE, null);
    try (var gate = new GateClient(loaded, ClusterOf.running(loaded), timeout)) {
      var receipts = gate.tell(Topics.OPT_OUT_DISPOSITIONS, events, OptOutDisposition::getEventId, entry.everywhere());
      return Receipts.print(receipts.values(), "is off the list", output);
    }
  }
}
