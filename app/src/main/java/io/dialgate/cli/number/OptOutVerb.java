package io.dialgate.cli.number;

import java.time.Duration;
import java.time.Instant;
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
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.wire.Topics;

/** {@code opt-out}: one entry in. */
@Command(name = "opt-out", mixinStandardHelpOptions = true, description = "Puts numbers on a list, and returns when the gate holds them back.")
public final class OptOutVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Mixin
  private EntryOptions entry;

  @Option(names = "--expires", paramLabel = "TIME", description = "First instant at which it no longer binds, as in 2027-01-31T00:00:00Z (default: never).")
  private @Nullable Instant expires;

  @Option(names = "--timeout", defaultValue = "PT15S", paramLabel = "DURATION", description = "How long to wait, ISO-8601 (default: PT15S).")
  private Duration timeout = Duration.ofSeconds(15);

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    var events = entry.events(ListAction.ADD, expires);
    try (var gate = new GateClient(loaded, ClusterOf.running(loaded), timeout)) {
      var receipts = gate.tell(Topics.OPT_OUT_DISPOSITIONS, events, OptOutDisposition::getEventId, entry.everywhere());
      return Receipts.print(receipts.values(), "is on the list, and held back", output);
    }
  }
}
