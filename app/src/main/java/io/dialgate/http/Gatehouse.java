package io.dialgate.http;

import java.time.Duration;
import java.time.InstantSource;

import io.dialgate.domain.phone.Numbering;

/**
 * What the routes about numbers answer from.
 *
 * @param checks asks the gate
 * @param changes changes lists
 * @param lookups looks numbers up
 * @param numbering reads numbers
 * @param terms of the answers
 */
public record Gatehouse(DialChecks checks, ListChanges changes, Lookups lookups, Numbering numbering, Terms terms) {

  /**
   * Terms of the answers.
   *
   * @param checkWithin how long a dial check waits
   * @param auditLookups whether each look-up is written down
   * @param clock tells the time
   */
  public record Terms(Duration checkWithin, boolean auditLookups, InstantSource clock) {}
}
