package io.dialgate.topology.gate;

import java.time.Instant;
import java.util.List;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.gate.Decision;
import io.dialgate.domain.gate.Fact;
import io.dialgate.domain.gate.Verdict;
import io.dialgate.domain.policy.Limits;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.topology.GateObserver;
import io.dialgate.wire.record.Alerts;
import io.dialgate.wire.record.DialDecisions;
import io.dialgate.wire.record.DncEntries;

/** How the gate tells its facts: each kind to its own sink. The names are those of the nodes in the topology. */
final class Voice {

  /** The sink of decisions. */
  static final String DECISIONS = "write-dial-decisions";
  /** The sink of the table's changes. */
  static final String ENTRIES = "write-dnc-entries";
  /** The sink of receipts. */
  static final String RECEIPTS = "write-list-receipts";

  private final ProcessorContext<Object, Object> context;
  private final GateObserver observer;
  private final Limits limits;

  Voice(ProcessorContext<Object, Object> context, GateObserver observer, Limits limits) {
    this.context = context;
    this.limits = limits;
    this.observer = observer;
  }

  /** Tells them all, and counts the recalls among them. */
  int tell(String key, List<Fact> facts, Instant now) {
    int recalls = 0;
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.Decided(Decision decision) -> {
          tell(key, decision, now);
          recalls += decision.verdict() == Verdict.RECALL ? 1 : 0;
        }
        case Fact.HoldDialled(Decision decision) ->
          send(key, Alerts.holdDialled(key, decision), GateSinks.GATE.alerts(), now);
        case Fact.EntriesChanged(NumberEntries entries) -> tell(key, entries, now);
        case Fact.Repeated _ -> observer.repeated();
      }
    }
    if (recalls > 0) {
      observer.recalled(recalls);
    }
    return recalls;
  }

  /** Tells the table's change; a number without entries becomes a tombstone. */
  void tell(String key, NumberEntries entries, Instant now) {
    context.forward(new Record<>(key, DncEntries.toRecord(key, entries, now), now.toEpochMilli()), ENTRIES);
  }

  /** Tells whoever waits for it that a list event is in force here. */
  void acknowledge(String eventId, String subject, ReceiptOutcome outcome, int recalls, Instant now) {
    send(eventId, new Receipt(eventId, subject, outcome, context.taskId().partition(), recalls, now), RECEIPTS, now);
  }

  /** Tells that calls are suppressed because a registry is stale; another task sees to it that it is told once a day. */
  void staleRegistry(String registry, String observed, Instant now) {
    send(registry, Alerts.staleRegistry(registry, observed, now), GateSinks.GATE.notices(), now);
  }

  private void tell(String key, Decision decision, Instant now) {
    observer.decided(decision.verdict().name(), decision.findings().stream().map(one -> one.code().name()).toList());
    send(key, DialDecisions.toRecord(decision, limits), DECISIONS, now);
  }

  private void send(String key, Object value, String sink, Instant now) {
    context.forward(new Record<>(key, value, now.toEpochMilli()), sink);
  }
}
