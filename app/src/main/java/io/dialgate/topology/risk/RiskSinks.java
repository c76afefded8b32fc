package io.dialgate.topology.risk;

import io.dialgate.topology.intake.Sinks;

/** The nodes that the risk topology forwards to. */
final class RiskSinks {

  /** Those of the tasks that score. */
  static final Sinks TASK = new Sinks("score-and-remember", "rekey-by-customer", "report-misplaced-records",
      "write-rejected-records", "multicast-from-tasks", "write-alerts");

  /** Those of what is sent on to every task: it scores nothing, and its records lie anywhere. */
  static final Sinks SPREAD = new Sinks(TASK.admitted(), TASK.rekeyed(), TASK.notices(),
      "reject-what-cannot-be-spread", "multicast-models", "alert-of-what-cannot-be-spread");

  /** The sink of assessments. */
  static final String ASSESSMENTS = "write-risk-assessments";

  /** The sink of the assessments of the model in shadow. */
  static final String SHADOW = "write-shadow-assessments";

  /** The sink of what the external scorer is asked. */
  static final String SCORER_REQUESTS = "ask-external-scorer";

  /** The sink of receipts. */
  static final String RECEIPTS = "write-receipts";

  private RiskSinks() {}
}
