package io.dialgate.bridge;

import io.dialgate.domain.risk.RiskEvent;

/** One Data Action of NICE CXone that posts a transaction. */
public sealed interface DataAction {

  /**
   * A transaction to be scored.
   *
   * @param eventType what the sender calls it; it plays no part in the score
   * @param event what happened
   * @param timed whether the payload says when; else the reader was told
   */
  record Transaction(String eventType, RiskEvent event, boolean timed) implements DataAction {}

  /** Nothing that could be read; the sentence says why and where. */
  record Malformed(String message) implements DataAction {}
}
