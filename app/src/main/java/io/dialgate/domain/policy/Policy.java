package io.dialgate.domain.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules in force, in the order in which their findings are listed.
 *
 * @param hash the content hash by which every decision names it: {@code sha256:} and 64 lower-case hex digits
 * @param rules every one of them is asked about every call
 */
public record Policy(String hash, List<Rule> rules) {

  /** Keeps its own copy. */
  public Policy {
    rules = List.copyOf(rules);
  }

  /** All that there is to find, not the first thing only. */
  public List<Finding> examine(Case call) {
    var found = new ArrayList<Finding>(2);
    for (Rule rule : rules) {
      rule.examine(call, found::add);
    }
    return found;
  }

  /** What there is to find about a call that was allowed before: only that which takes an allowance back. */
  public List<Finding> reexamine(Case call) {
    var found = new ArrayList<Finding>(2);
    for (Rule rule : rules) {
      rule.reexamine(call, found::add);
    }
    return found;
  }

  /** The first moment up to {@code until} at which the clock alone ends what is allowed now. */
  public Instant allowsUntil(Case call, Instant until) {
    Instant earliest = until;
    for (Rule rule : rules) {
      earliest = rule.allowsUntil(call, earliest);
    }
    return earliest;
  }
}
