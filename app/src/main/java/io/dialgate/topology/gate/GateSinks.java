package io.dialgate.topology.gate;

import io.dialgate.topology.intake.Sinks;

/** The nodes that the gate's intakes forward to. */
final class GateSinks {

  /** Those of the tasks that decide. */
  static final Sinks GATE = new Sinks("decide-and-recall", "rekey-by-number", "report-misplaced-records",
      "write-rejected-records", "multicast-wide-entries", "write-alerts");

  /** Those of what is sent on to every task: it decides nothing, and its records lie anywhere. */
  static final Sinks SPREAD = new Sinks(GATE.admitted(), GATE.rekeyed(), GATE.notices(),
      "reject-what-cannot-be-spread", "multicast-circumstances", "alert-of-what-cannot-be-spread");

  private GateSinks() {}
}
