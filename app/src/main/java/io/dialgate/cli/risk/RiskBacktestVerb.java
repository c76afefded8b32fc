package io.dialgate.cli.risk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.policy.PolicyBooks;
import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.ProgressBar;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.runtime.client.Recorded;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.wire.Topics;

/** {@code risk backtest}: what another model would have said; or, without one, whether the recorded ones say the same again. */
@Command(name = "backtest", mixinStandardHelpOptions = true, description = {
    "Plays the transactions of the audit again, from the first on, and scores them as they were scored when they came.",
    "With --model: under that document; it tells which would come out otherwise, by feature, with examples.",
    "Without: each under the model that it names; every score must come out the same, and one that does not ends it with 1.",
    "--from and --to choose what is compared; what lies before is counted all the same. Customers' counts are held in memory."})
final class RiskBacktestVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Option(names = "--model", paramLabel = "FILE", description = "The risk model's document to score under.")
  private @Nullable Path model;

  @Option(names = "--from", paramLabel = "TIME", description = "Compare transactions assessed from then on, RFC 3339 (default: all).")
  private Instant from = Instant.MIN;

  @Option(names = "--to", paramLabel = "TIME", description = "Compare transactions assessed before then, RFC 3339 (default: all).")
  private Instant to = Instant.MAX;

  private final RiskDifferences differences = new RiskDifferences();
  private long repeated;
  private long untold;

  @Override
  public Integer call() {
    String text = model == null ? null : PolicyBooks.text(model);
    Settings loaded = settings.load();
    Cluster cluster = ClusterOf.running(loaded);
    RiskShelf shelf = RiskShelf.read(loaded, cluster);
    RiskModel other = text == null ? null : shelf.model(text, String.valueOf(model));
    var replay = new RiskReplay(other, shelf::find);
    try (var all = new Recorded<>(loaded, cluster, Topics.RISK_ASSESSMENTS, RiskAssessment::getAssessedAt);
        var bar = new ProgressBar(output, all.size())) {
      all.forEach(Instant.MIN, to, bar::at, (_, recorded) -> look(recorded, replay));
    }
    output.print(json(), words());
    return other == null && differences.different() > 0 ? ExitCode.BAD_NEWS : ExitCode.DONE;
  }

  private void look(RiskAssessment recorded, RiskReplay replay) {
    var again = replay.again(recorded);
    if (recorded.getAssessedAt().isBefore(from)) {
      return;
    }
    if (again.isPresent()) {
      differences.compare(recorded, again.get());
    } else if (recorded.getRepeated()) {
      repeated++;
    } else {
      untold++;
    }
  }

  private Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(differences.json());
    json.put("repeated", repeated);
    json.put("withoutFacts", untold);
    return json;
  }

  private String words() {
    return differences.words()
        + (repeated == 0 ? "" : "%n%,10d  repeated an earlier one, and count nothing".formatted(repeated))
        + (untold == 0 ? "" : "%n%,10d  of a version before 3 do not tell their facts".formatted(untold));
  }
}
