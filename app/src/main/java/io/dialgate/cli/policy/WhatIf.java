package io.dialgate.cli.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.dialgate.cli.number.DecisionWords;
import io.dialgate.cli.shell.Output;
import io.dialgate.domain.gate.Decision;
import io.dialgate.domain.gate.Recomputation;
import io.dialgate.domain.gate.Verdict;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.ListsOnlyPolicy;
import io.dialgate.domain.policy.Policy;
import io.dialgate.domain.policy.PolicyDocuments.Read;
import io.dialgate.rules.BookDocuments;
import io.dialgate.rules.StandardPolicy;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.client.PolicyLog;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Finding;
import io.dialgate.wire.json.DecisionJson;
import io.dialgate.wire.record.DialDecisions;
import io.dialgate.wire.record.Policies;

/** Decides recorded decisions again, and counts what comes out otherwise. */
public final class WhatIf {

  /** Examples that are told of each change. */
  private static final int EXAMPLES = 3;

  private final @Nullable String other;
  private final PolicyLog policyLog;
  private final BookDocuments documents = new BookDocuments();
  private final Map<String, Policy> policies = new HashMap<>();
  private final Map<String, Change> changes = new TreeMap<>();
  private long looked;
  private long changed;
  private long untold;

  /**
   * A what-if.
   *
   * @param other the document to decide under; null: each decision's own, and every one must come out the same
   */
  public WhatIf(@Nullable String other, PolicyLog log) {
    this.other = other;
    this.policyLog = log;
  }

  /** Decisions of one rule that would come out otherwise. */
  private static final class Change {

    private long count;
    private final List<String> examples = new ArrayList<>();

    void add(String example) {
      count++;
      if (examples.size() < EXAMPLES) {
        examples.add(example);
      }
    }
  }

  /** A decision that does not come out the same, under the policy that made it. */
  public static final class Differs extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String log;
    private final long index;
    private final transient DialDecision recorded;
    private final transient @Nullable DialDecision again;

    Differs(String log, long index, DialDecision recorded, @Nullable DialDecision again) {
      super("a decision differs");
      this.log = log;
      this.index = index;
      this.recorded = recorded;
      this.again = again;
    }

    /** For a program: where it lies, and both decisions. */
    public Map<String, @Nullable Object> json() {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("log", log);
      json.put("index", index);
      json.put("recorded", DecisionJson.of(recorded));
      json.put("again", again == null ? null : DecisionJson.of(again));
      return json;
    }

    /** For a person. */
    public String words() {
      return "@|bold,red DIFFERS|@ at entry %d of %s: recorded%n%s%nbut decided again it is%n%s".formatted(
          index, log, DecisionWords.of(recorded),
          again == null ? "no recall" : DecisionWords.of(again));
    }
  }

  /**
   * Decides one again.
   *
   * @param log that records it
   * @param index of its entry
   */
  public void look(String log, long index, DialDecision recorded) {
    Limits limits = DialDecisions.limits(recorded);
    if (limits == null) {
      untold++;
      return;
    }
    looked++;
    Decision again = Recomputation.of(Verdict.valueOf(recorded.getVerdict().name()), DialDecisions.toCase(recorded),
        policy(recorded.getPolicy(), limits), limits);
    DialDecision record = again == null ? null : DialDecisions.toRecord(again, limits);
    if (other != null) {
      compare(recorded, record);
    } else if (!recorded.equals(record)) {
      throw new Differs(log, index, recorded, record);
    }
  }

  /** For a program: what was looked at and what came out differently. */
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("same", changed == 0);
    json.put("decisions", looked);
    json.put("changed", changed);
    json.put("withoutFacts", untold);
    Map<String, Object> rules = new LinkedHashMap<>();
    changes.forEach((rule, change) -> rules.put(rule, Map.of("count", change.count, "examples", change.examples)));
    json.put("rules", rules);
    return json;
  }

  /** For a person. */
  public String words() {
    var words = new StringBuilder("%,d decisions decided again: ".formatted(looked));
    words.append(changed == 0 ? "all the same" : "%,d would change".formatted(changed));
    if (untold > 0) {
      words.append("; %,d of version 1 do not tell all their facts, and were left out".formatted(untold));
    }
    changes.forEach((rule, change) -> words.append("%n%,10d  %s%n            for example %s".formatted(change.count,
        Output.plain(rule), Output.plain(String.join(", ", change.examples)))));
    return words.toString();
  }

  private void compare(DialDecision recorded, @Nullable DialDecision again) {
    String verdict = again == null ? "no recall" : again.getVerdict().name();
    var before = rules(recorded.getFindings());
    Set<String> after = again == null ? Set.of() : rules(again.getFindings());
    boolean same = verdict.equals(recorded.getVerdict().name());
    if (!same) {
      changed++;
    }
    String turned = same ? "%s, as before".formatted(verdict) : "%s to %s".formatted(recorded.getVerdict(), verdict);
    after.stream().filter(rule -> !before.contains(rule)).forEach(rule -> note("now " + rule, turned, same, recorded));
    before.stream().filter(rule -> !after.contains(rule))
        .forEach(rule -> note("no more " + rule, turned, same, recorded));
  }

  private void note(String rule, String turned, boolean same, DialDecision recorded) {
    if (!same) {
      changes.computeIfAbsent(turned + ": " + rule, _ -> new Change()).add(recorded.getRequestId());
    }
  }

  private static Set<String> rules(List<Finding> findings) {
    var rules = new TreeSet<String>();
    findings.forEach(finding -> rules.add(finding.getCode() + " (" + finding.getCitation() + ")"));
    return rules;
  }

  private Policy policy(String hash, Limits limits) {
    String text = other;
    String name = text == null ? hash : Policies.hash(text);
    return policies.computeIfAbsent(name + limits, _ -> text == null ? recorded(hash, limits) : read(text, limits));
  }

  private Policy recorded(String hash, Limits limits) {
    Policy listsOnly = ListsOnlyPolicy.of(limits.requestMaxAge());
    if (hash.equals(listsOnly.hash())) {
      return listsOnly;
    }
    var published = policyLog.documents().get(hash);
    if (published != null) {
      return read(published.getText(), limits);
    }
    Policy standard = read(new String(StandardPolicy.document(), StandardCharsets.UTF_8), limits);
    if (!standard.hash().equals(hash)) {
      throw new Refused(
          "expected policy %s to be published or built in, but it is neither; decide again with the version that had it built in"
              .formatted(hash));
    }
    return standard;
  }

  private Policy read(String text, Limits limits) {
    return switch (documents.read(text, limits.requestMaxAge())) {
      case Read.Usable(Policy policy) -> policy;
      case Read.Broken broken ->
        throw new Refused("expected a policy document, but " + String.join("; ", broken.faults()));
    };
  }
}
