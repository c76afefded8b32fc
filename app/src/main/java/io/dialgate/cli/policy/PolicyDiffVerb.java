package io.dialgate.cli.policy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.ProgressBar;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.runtime.client.PolicyLog;
import io.dialgate.runtime.client.Recorded;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.DialDecision;
import io.dialgate.wire.Topics;

/** {@code policy diff}: what other rules would have decided; or, without them, whether the recorded ones decide the same again. */
@Command(name = "diff", mixinStandardHelpOptions = true, description = {
    "Decides the recorded decisions again, from the facts in their audit entries.",
    "With --policy: under that document; it tells which would change, by rule, with examples.",
    "Without: each under the policy that it names; every one must come out the same, and the first that does not ends it with 1."})
final class PolicyDiffVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Option(names = "--policy", paramLabel = "FILE", description = "The policy document to decide under.")
  private @Nullable Path policy;

  @Option(names = "--from", paramLabel = "TIME", description = "Decisions from then on, RFC 3339 (default: all).")
  private Instant from = Instant.MIN;

  @Option(names = "--to", paramLabel = "TIME", description = "Decisions before then, RFC 3339 (default: all).")
  private Instant to = Instant.MAX;

  @Override
  public Integer call() {
    String text = policy == null ? null : PolicyBooks.text(policy);
    if (policy != null && text != null) {
      PolicyBooks.read(text, policy.toString());
    }
    Settings loaded = settings.load();
    Cluster cluster = ClusterOf.running(loaded);
    var whatIf = new WhatIf(text, PolicyLog.read(loaded, cluster));
    try (var decisions = new Recorded<>(loaded, cluster, Topics.DIAL_DECISIONS, DialDecision::getDecidedAt);
        var bar = new ProgressBar(output, decisions.size())) {
      decisions.forEach(from, to, bar::at,
          (entry, decision) -> whatIf.look(entry.getLog(), entry.getIndex(), decision));
    } catch (WhatIf.Differs differs) {
      output.print(Map.of("same", false, "first", differs.json()), differs.words());
      return ExitCode.BAD_NEWS;
    }
    output.print(whatIf.json(), whatIf.words());
    return ExitCode.DONE;
  }
}
