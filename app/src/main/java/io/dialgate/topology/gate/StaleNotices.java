package io.dialgate.topology.gate;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.dialgate.domain.gate.Fact;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.FindingCode;
import io.dialgate.topology.intake.NoticeStage;

/** Tells of a stale registry once a day from this task, whatever the number of calls that it suppresses. */
final class StaleNotices {

  private final Voice voice;
  private final Map<String, Instant> told = new HashMap<>();

  StaleNotices(Voice voice) {
    this.voice = voice;
  }

  void look(List<Fact> facts, Instant now) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.Decided(var decision)) {
        decision.findings().forEach(finding -> look(finding, now));
      }
    }
  }

  private void look(Finding finding, Instant now) {
    if (finding.code() == FindingCode.REGISTRY_STALE) {
      String registry = Objects.requireNonNullElse(finding.listId(), "");
      Instant last = told.get(registry);
      if (last == null || !now.isBefore(last.plus(NoticeStage.STALE_EVERY))) {
        told.put(registry, now);
        voice.staleRegistry(registry, finding.observed(), now);
      }
    }
  }
}
