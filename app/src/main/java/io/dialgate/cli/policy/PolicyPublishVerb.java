package io.dialgate.cli.policy;

import java.nio.file.Path;
import java.time.Duration;
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
import io.dialgate.cli.shell.Publication;
import io.dialgate.cli.shell.Publication.Taken;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.policy.law.LawBook;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.client.PolicyLog;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.Receipt;
import io.dialgate.wire.Topics;

/** {@code policy publish}: new rules, live. */
@Command(name = "publish", mixinStandardHelpOptions = true, description = {
    "Checks a policy document, shows what it changes, puts it in force, and returns when every task has switched.",
    "A document with a fault is refused before anything is written. An earlier one is put in force again by publishing it again."})
final class PolicyPublishVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Parameters(paramLabel = "FILE", description = "The policy document, YAML.")
  private Path file = Path.of("");

  @Option(names = "--by", paramLabel = "NAME", description = "Who publishes it (default: the user at this machine).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--because", paramLabel = "TEXT", description = "Why, for the audit.")
  private @Nullable String because;

  @Option(names = "--dry-run", description = "Show what it would change, and write nothing.")
  private boolean dryRun;

  @Option(names = "--timeout", defaultValue = "PT15S", paramLabel = "DURATION", description = "How long to wait, ISO-8601 (default: PT15S).")
  private Duration timeout = Duration.ofSeconds(15);

  @Override
  public Integer call() {
    String text = PolicyBooks.text(file);
    LawBook book = PolicyBooks.read(text, file.toString());
    Settings loaded = settings.load();
    Cluster cluster = ClusterOf.running(loaded);
    PolicyLog log = PolicyLog.read(loaded, cluster);
    var changes = PolicyChanges.between(PolicyBooks.inForce(log), book);
    output.progress(changes.words());
    if (dryRun) {
      output.print(json(book, changes, List.of(), 0), "dry run: nothing was written");
      return ExitCode.DONE;
    }
    try (var gate = new GateClient(loaded, cluster, timeout)) {
      return publish(gate, log, text, book, changes);
    }
  }

  private int publish(GateClient gate, PolicyLog log, String text, LawBook book, PolicyChanges changes) {
    Taken taken = new Publication(Topics.POLICIES, book.hash(), text, book.name(), null, by, because).send(gate, log);
    boolean rejected = taken.rejected();
    output.print(json(book, changes, taken.receipts(), taken.millis()),
        rejected
            ? "%s  @|bold,red was not put in force|@: see alerts".formatted(book.hash())
            : "%s  is in force on all %d tasks, %d ms after it was published".formatted(book.hash(),
                taken.receipts().size(), taken.millis()));
    return rejected ? ExitCode.BAD_NEWS : ExitCode.DONE;
  }

  private static Map<String, Object> json(LawBook book, PolicyChanges changes, List<Receipt> receipts, long millis) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", book.name());
    json.put("hash", book.hash());
    json.put("added", changes.added());
    json.put("removed", changes.removed());
    json.put("changed", changes.changed());
    json.put("tasks", receipts.size());
    json.put("millis", millis);
    return json;
  }
}
