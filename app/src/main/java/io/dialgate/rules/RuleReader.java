package io.dialgate.rules;

import java.time.LocalDate;
import java.util.Optional;

import io.dialgate.domain.policy.law.Measure;
import io.dialgate.domain.policy.law.Provision;
import io.dialgate.domain.policy.law.Provision.Citation;
import io.dialgate.domain.policy.law.Provision.Confidence;
import io.dialgate.domain.policy.law.Provision.Term;
import io.dialgate.domain.policy.law.Scope;

/**
 * Reads one rule.
 *
 * @param scopes reads which calls it is about
 * @param measures reads what it asks for
 */
record RuleReader(ScopeReader scopes, MeasureReader measures) {

  /** The rule; nothing, if it has faults. */
  Optional<Provision> read(Spot rule) {
    String region = Regions.read(rule.at("region"));
    Scope scope = scopes.read(rule);
    Term term = term(rule);
    Optional<Measure> measure = measures.read(rule);
    var citation = new Citation(rule.text("cite"), rule.text("source"),
        Confidence.valueOf(ScopeReader.constant(rule.text("confidence"))));
    return measure.map(it -> new Provision(rule.text("id"), region, scope, term, citation, it));
  }

  private static Term term(Spot rule) {
    LocalDate from = rule.at("from").date();
    LocalDate to = rule.at("to").date();
    if (from != null && to != null && from.isAfter(to)) {
      rule.at("from").fault("a first day up to " + to, from.toString(), "correct from or to");
    }
    return new Term(from, to);
  }
}
