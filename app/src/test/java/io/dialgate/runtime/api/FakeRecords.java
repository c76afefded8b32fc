package io.dialgate.runtime.api;

import java.time.Instant;
import java.util.List;

import io.dialgate.domain.policy.FindingCode;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Finding;
import io.dialgate.wire.avro.Samples;

/** Records as the desks see them. */
final class FakeRecords {

  static final Instant AT = Instant.parse("2026-09-01T15:00:00Z");

  private FakeRecords() {}

  /** The gate's answer to an id that it knows from another question. */
  static DialDecision duplicate(String id) {
    DialDecision decision = Samples.decision(id);
    decision.setFindings(List.of(new Finding(FindingCode.DUPLICATE_REQUEST.name(), "", "", null, null)));
    return decision;
  }
}
