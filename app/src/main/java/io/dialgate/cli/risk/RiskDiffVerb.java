package io.dialgate.cli.risk;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.runtime.client.WholeTopic;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Opinions;

/** {@code risk diff}: the model in force against the one in shadow, on the same traffic. */
@Command(name = "diff", mixinStandardHelpOptions = true, description = {
    "Compares what the model in force and the one in shadow said of the same transactions: where they differ, and by which feature,",
    "with examples. The traffic of a time is held in memory meanwhile: choose it with --from and --to."})
final class RiskDiffVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Option(names = "--from", paramLabel = "TIME", description = "Transactions assessed from then on, RFC 3339 (default: all).")
  private Instant from = Instant.MIN;

  @Option(names = "--to", paramLabel = "TIME", description = "Transactions assessed before then, RFC 3339 (default: all).")
  private Instant to = Instant.MAX;

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    Cluster cluster = ClusterOf.running(loaded);
    Map<List<Object>, RiskAssessment> inShadow = new HashMap<>();
    var differences = new RiskDifferences();
    read(loaded, cluster, Topics.RISK_ASSESSMENTS_SHADOW, one -> inShadow.put(key(one), one));
    read(loaded, cluster, Topics.RISK_ASSESSMENTS, live -> {
      RiskAssessment shadow = live.getRepeated() ? null : inShadow.remove(key(live));
      if (shadow != null) {
        // The external scorer is asked about the live ones only.
        Opinions.takeOut(live);
        differences.compare(live, shadow);
      }
    });
    Map<String, @Nullable Object> json = new LinkedHashMap<>(differences.json());
    json.put("onlyInShadow", inShadow.size());
    output.print(json, differences.words() + (inShadow.isEmpty()
        ? ""
        : "%n%,10d  only in shadow: the other assessment is not kept any more".formatted(inShadow.size())));
    return ExitCode.DONE;
  }

  private void read(Settings loaded, Cluster cluster, Topic<RiskAssessment> topic,
      Consumer<RiskAssessment> visitor) {
    try (var all = new WholeTopic<>(loaded, cluster, topic, RiskAssessment.class)) {
      all.forEach(one -> {
        if (!one.getAssessedAt().isBefore(from) && one.getAssessedAt().isBefore(to)) {
          visitor.accept(one);
        }
      });
    }
  }

  /** One transaction at one moment: both are told in the same transaction, with the same time. */
  private static List<Object> key(RiskAssessment one) {
    return List.of(one.getCustomerId(), one.getTransactionId(), one.getAssessedAt());
  }
}
