package io.dialgate.runtime.metrics;

/**
 * Our metrics: names, units and tags, in one place. Prometheus shows dots as underscores, appends the unit, and {@code _total} to
 * a counter.
 */
final class MetricNames {

  /** Counter, decisions; tag {@link #VERDICT}. */
  static final String DECISIONS = "dialgate.decisions";

  /** Counter, findings: a decision has none, one or several; tags {@link #VERDICT} and {@link #CODE}. */
  static final String FINDINGS = "dialgate.findings";

  /** Counter, allowances recalled. */
  static final String RECALLS = "dialgate.recalls";

  /** Counter, records that came on a wrong partition or with a wrong key; tag {@link #SOURCE}. */
  static final String REKEYED = "dialgate.rekeyed.records";

  /** Counter, records rejected; tag {@link #CODE}. */
  static final String REJECTED = "dialgate.rejected.records";

  /** Counter, requests whose id had been answered before. */
  static final String REPEATED = "dialgate.repeated.requests";

  /** Gauge, seconds: the age of the oldest allowance that is open in this process; 0 if none is. */
  static final String OLDEST_ALLOWANCE = "dialgate.oldest.open.allowance.age";

  /** Counter, transactions scored; tags {@link #FLAG} and {@link #CATEGORY}. */
  static final String ASSESSMENTS = "dialgate.risk.assessments";

  /** Counter, transactions that were not scored; tag {@link #CODE}. */
  static final String UNSCORED = "dialgate.risk.unscored.transactions";

  /** Counter, records that came on a wrong partition or with a wrong key; tag {@link #SOURCE}. */
  static final String RISK_REKEYED = "dialgate.risk.rekeyed.records";

  /** Counter, records rejected; tag {@link #CODE}. */
  static final String RISK_REJECTED = "dialgate.risk.rejected.records";

  /** Counter, transactions whose id had been answered before. */
  static final String REPEATED_TRANSACTIONS = "dialgate.risk.repeated.transactions";

  /** Counter, transactions that the external scorer was to be asked about; tag {@link #CODE}: what became of it. */
  static final String OPINIONS = "dialgate.risk.scorer.opinions";

  /** Counter, answers of the external scorer that nobody waited for any more. */
  static final String OPINIONS_TOO_LATE = "dialgate.risk.scorer.late.answers";

  /** Gauge, 1 while the external scorer's breaker is in the state of the tag {@link #STATE}, else 0. */
  static final String SCORER_BREAKER = "dialgate.risk.scorer.breaker";

  /** Gauge, of numbers on no list: the part that the last filter claims, as measured. */
  static final String FILTER_FALSE_POSITIVES = "dialgate.filter.false.positive.ratio";

  /** Gauge, of numbers on no list: the part that the last filter was made to claim. */
  static final String FILTER_TARGET = "dialgate.filter.target.ratio";

  /** Gauge, numbers that the last filter holds. */
  static final String FILTER_NUMBERS = "dialgate.filter.numbers";

  /** Gauge, bytes of the last filter's bits. */
  static final String FILTER_SIZE = "dialgate.filter.size";

  /** Gauge, seconds since 1970: when the table was read for the last filter. */
  static final String FILTER_CREATED = "dialgate.filter.created";

  static final String FLAG = "flag";
  static final String CATEGORY = "category";

  /** Counter, items that bridges took to an end; tags {@link #DESTINATION} and {@link #END}. */
  static final String BRIDGE_ITEMS = "dialgate.bridge.items";

  /** Gauge, 0 or 1: whether a destination's breaker is in the state that the tag {@link #STATE} names; tag {@link #DESTINATION}. */
  static final String BRIDGE_BREAKER = "dialgate.bridge.breaker";

  /** Gauge, records that a bridge has still to look at, about; tag {@link #DESTINATION}. */
  static final String BRIDGE_BACKLOG = "dialgate.bridge.backlog";

  /** Gauge, seconds: the age of the oldest item that is known and not delivered; tag {@link #DESTINATION}. */
  static final String BRIDGE_OLDEST = "dialgate.bridge.oldest.undelivered.age";

  static final String DESTINATION = "destination";
  static final String END = "end";
  static final String STATE = "state";
  static final String VERDICT = "verdict";
  static final String CODE = "code";
  static final String SOURCE = "source";

  private MetricNames() {}
}
