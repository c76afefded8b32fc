package io.dialgate.cli.risk;

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

import io.dialgate.cli.policy.PolicyBooks;
import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.Publication;
import io.dialgate.cli.shell.Publication.Taken;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.RiskModels;

/** {@code risk publish}: another model, or other thresholds, live or in shadow. */
@Command(name = "publish", mixinStandardHelpOptions = true, description = {
    "Checks a risk model, puts it in force, and returns when every task has switched; or, with --shadow, has it computed beside",
    "the one in force, without effect. --thresholds alone changes those of the model in force. A document with a fault is refused",
    "before anything is written. An earlier one is put in force again by publishing it again."})
final class RiskPublishVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "The model's document, YAML.")
  private @Nullable Path file;

  @Option(names = "--thresholds", paramLabel = "CATEGORY=SCORE", split = ",", description = "Other thresholds for the model in force: standard=60,high_value=40.")
  private Map<String, Integer> thresholds = new LinkedHashMap<>();

  @Option(names = "--shadow", description = "Compute it beside the one in force, without effect.")
  private boolean shadow;

  @Option(names = "--end-shadow", description = "Compute none in shadow from now on.")
  private boolean endShadow;

  @Option(names = "--by", paramLabel = "NAME", description = "Who publishes it (default: the user at this machine).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--because", paramLabel = "TEXT", description = "Why, for the audit.")
  private @Nullable String because;

  @Option(names = "--dry-run", description = "Check it, and write nothing.")
  private boolean dryRun;

  @Option(names = "--timeout", defaultValue = "PT15S", paramLabel = "DURATION", description = "How long to wait, ISO-8601 (default: PT15S).")
  private Duration timeout = Duration.ofSeconds(15);

  @Override
  public Integer call() {
    if ((file == null ? 0 : 1) + (thresholds.isEmpty() ? 0 : 1) + (endShadow ? 1 : 0) != 1) {
      throw new Refused("expected one of FILE, --thresholds and --end-shadow, but got none or several; give one");
    }
    String given = file == null ? null : PolicyBooks.text(file);
    Settings loaded = settings.load();
    Cluster cluster = ClusterOf.running(loaded);
    RiskShelf shelf = RiskShelf.read(loaded, cluster);
    Publication publication = publication(shelf, given);
    if (dryRun) {
      output.print(json(publication, new Taken(List.of(), 0)), "dry run: nothing was written");
      return ExitCode.DONE;
    }
    try (var client = new GateClient(loaded, cluster, timeout)) {
      Taken taken = publication.send(client, shelf.log());
      output.print(json(publication, taken), words(publication, taken));
      return taken.rejected() ? ExitCode.BAD_NEWS : ExitCode.DONE;
    }
  }

  private Publication publication(RiskShelf shelf, @Nullable String given) {
    String use = shadow || endShadow ? RiskModels.SHADOW : null;
    if (endShadow) {
      return new Publication(Topics.RISK_MODELS, "", null, "none", use, by, because);
    }
    String text = given == null ? OtherThresholds.document(shelf.inForce(), thresholds) : given;
    RiskModel model = shelf.model(text, file == null ? "--thresholds" : file.toString());
    return new Publication(Topics.RISK_MODELS, model.hash(), text, model.name(), use, by, because);
  }

  private static Map<String, Object> json(Publication publication, Taken taken) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", publication.name());
    json.put("hash", publication.hash());
    json.put("shadow", publication.use() != null);
    json.put("tasks", taken.receipts().size());
    json.put("millis", taken.millis());
    return json;
  }

  private static String words(Publication publication, Taken taken) {
    String hash = publication.hash().isEmpty() ? "no model" : publication.hash();
    return taken.rejected()
        ? "%s  @|bold,red was not put in force|@: see alerts".formatted(hash)
        : "%s  is %s on all %d tasks, %d ms after it was published".formatted(hash,
            publication.use() == null ? "in force" : "in shadow", taken.receipts().size(), taken.millis());
  }
}
