package io.dialgate.cli.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.dialgate.cli.policy.WhatIf;
import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.Pace;
import io.dialgate.cli.shell.ProgressBar;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.ledger.topic.LogTopic;
import io.dialgate.ledger.topic.NotesTopic;
import io.dialgate.ledger.topic.SignedHeads;
import io.dialgate.ledger.topic.TopicCheck;
import io.dialgate.runtime.client.PolicyLog;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.DialDecision;
import io.dialgate.wire.json.FactJson;
import io.dialgate.wire.record.EntryEnvelope;
import io.dialgate.wire.registry.ConfluentRegistry;

/** Checks the logs on Kafka against every head that was published, and tells how fast it was. */
final class KafkaVerification {

  private final Settings settings;
  private final Cluster cluster;
  private final Output output;
  private final LogKeys.Keys keys;
  private final List<Path> kept;

  KafkaVerification(Settings settings, Output output, LogKeys.Keys keys, List<Path> kept) {
    this.settings = settings;
    this.cluster = ClusterOf.running(settings);
    this.output = output;
    this.keys = keys;
    this.kept = kept;
  }

  /** Whether all that was looked at is whole; what was found is told. */
  boolean verify(@Nullable Integer only, boolean recompute) {
    Map<String, Object> client = settings.client(cluster.bootstrapServers());
    String prefix = settings.topics().prefix();
    try (var topic = new LogTopic(client, prefix);
        var notes = new NotesTopic(client, prefix);
        var check = new TopicCheck(client, prefix);
        var registry = new ConfluentRegistry(cluster.schemaRegistry().toString())) {
      int logs = topic.logs();
      SignedHeads heads = SignedHeads.read(notes, IntStream.range(0, logs).mapToObj(keys::of).toList());
      var again = recompute ? new Redecided(new FactJson(registry), PolicyLog.read(settings, cluster)) : null;
      List<Integer> chosen = only == null ? IntStream.range(0, logs).boxed().toList() : List.of(only);
      boolean whole = true;
      var pace = new Pace();
      for (int log : chosen) {
        whole &= verify(log, heads, check, again, pace);
      }
      if (again != null && whole) {
        output.print(again.whatIf.json(), again.whatIf.words());
      }
      pace.tell(output);
      return whole;
    } catch (WhatIf.Differs differs) {
      output.print(Map.of("same", false, "first", differs.json()), differs.words());
      return false;
    }
  }

  private boolean verify(int log, SignedHeads heads, TopicCheck check, @Nullable Redecided again, Pace pace) {
    String origin = keys.of(log).name();
    var findings = new LogFindings(origin);
    try (var bar = new ProgressBar(output, check.size(log))) {
      List<TreeHead> signed = new ArrayList<>(heads.of(origin));
      signed.addAll(KeptHeads.read(kept, keys.of(log)));
      pace.read(() -> check.readOnly(log));
      long[] seen = {0};
      TreeHead head = pace.check(() -> check.check(log, origin, signed, entry -> {
        findings.see(entry.content());
        bar.at(++seen[0]);
        if (again != null) {
          again.look(entry.content());
        }
      }), seen);
      findings.tellWhole(output, head, signed.stream().mapToLong(TreeHead::size).max().orElse(0));
      return true;
    } catch (NotProven failure) {
      findings.tellBroken(output, failure);
      return false;
    }
  }

  /** Decisions, decided again. */
  private static final class Redecided {

    private final FactJson facts;
    private final WhatIf whatIf;

    Redecided(FactJson facts, PolicyLog policies) {
      this.facts = facts;
      this.whatIf = new WhatIf(null, policies);
    }

    void look(EntryEnvelope entry) throws NotProven {
      if (entry.type().equals("dial-decisions")) {
        var decision = facts.fact(entry).filter(DialDecision.class::isInstance).map(DialDecision.class::cast)
            .orElseThrow(() -> NotProven.at(entry.index(), entry.log(), "a decision that can be read", "other bytes"));
        whatIf.look(entry.log(), entry.index(), decision);
      }
    }
  }
}
