package io.dialgate.domain.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.Policy;

/**
 * From a case to a decision. A pure function: whoever has the facts of a decision and the policy that it names can make it
 * again.
 *
 * @param policy the rules in force
 * @param validity how long an allowance lasts
 */
public record Decider(Policy policy, Duration validity) {

  /** Answers a request. */
  public Decision answer(Case call) {
    List<Finding> findings = policy.examine(call);
    return blocks(findings)
        ? new Decision(Verdict.SUPPRESS, ToldFindings.of(findings), policy.hash(), call, null,
            Retry.at(policy, call, findings))
        : new Decision(Verdict.ALLOW, ToldFindings.of(findings), policy.hash(), call,
            policy.allowsUntil(call, validUntil(call)), null);
  }

  /** Looks again at a request that was allowed. The decision is a RECALL, or null if the allowance stands. */
  public @Nullable Decision reconsider(Case call) {
    List<Finding> findings = policy.reexamine(call);
    return blocks(findings)
        ? new Decision(Verdict.RECALL, ToldFindings.of(findings), policy.hash(), call, null,
            Retry.at(policy, call, findings))
        : null;
  }

  private static boolean blocks(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::blocks);
  }

  private Instant validUntil(Case call) {
    Instant lasts = call.now().plus(validity);
    Instant dialBy = call.request().dialBy();
    return dialBy != null && dialBy.isBefore(lasts) ? dialBy : lasts;
  }
}
