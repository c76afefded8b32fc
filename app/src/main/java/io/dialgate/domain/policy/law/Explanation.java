package io.dialgate.domain.policy.law;

import java.util.ArrayList;
import java.util.List;

import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Finding;

/**
 * Why, rule by rule: every provision of a book that applies to a call, and what it found.
 *
 * @param places where the phone may be
 * @param localTimes what the clocks show in each zone that comes into question
 * @param provisions those that apply, in the order of country and states
 */
public record Explanation(Candidates places, List<String> localTimes, List<Explained> provisions) {

  /**
   * One provision.
   *
   * @param findings what it found; none: the call keeps to it
   * @param looked whether it was looked at: a dry evaluation leaves lists and registries out
   */
  public record Explained(Provision provision, List<Finding> findings, boolean looked) {}

  /** Explains a call under a book, without lists and registries. */
  public static Explanation dry(LawBook book, Case call) {
    var law = new Law(book);
    var rule = new LawRule(law, true);
    var situation = new Situation(law, call);
    var explained = new ArrayList<Explained>();
    for (Provision provision : situation.applicable()) {
      var found = new ArrayList<Finding>();
      rule.examine(provision, situation, found::add);
      explained.add(new Explained(provision, found, looked(provision)));
    }
    return new Explanation(situation.places(), situation.moments().stream().map(LocalMoment::toString).toList(),
        explained);
  }

  private static boolean looked(Provision provision) {
    return !(provision.measure() instanceof Measure.FreshRegistry || provision.measure() instanceof Measure.Listed
        || provision.measure() instanceof Measure.Exemption || provision.measure() instanceof Measure.Emergency);
  }
}
