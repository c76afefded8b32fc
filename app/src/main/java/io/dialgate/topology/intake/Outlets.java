package io.dialgate.topology.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.dialgate.domain.policy.Case.Rekeyed;
import io.dialgate.schemas.Alert;
import io.dialgate.topology.GateObserver;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Alerts;
import io.dialgate.wire.record.RefusedRecord;

/** Where a record goes from the intake. The names are those of the nodes in the topology. */
public final class Outlets {

  /** The node that sees what is admitted. */
  public static final String GATE = "decide-and-recall";
  /** The sink of what belongs elsewhere. */
  public static final String REKEYED = "rekey-by-number";
  /** The sink of what is known about producers that write to wrong partitions. */
  public static final String NOTICES = "report-misplaced-records";

  /** Sources whose last notice a task remembers; beyond it, it reports again. */
  private static final int MAX_SOURCES = 1_000;

  private final ProcessorContext<Object, Object> context;
  private final GateObserver observer;
  private final Sinks sinks;
  private final Set<String> wishes;
  private final String policies;
  private final Map<String, Instant> lastNotices = new HashMap<>();

  public Outlets(ProcessorContext<Object, Object> context, GateObserver observer, String prefix, Sinks sinks) {
    this.context = context;
    this.sinks = sinks;
    this.policies = Topics.POLICIES.name(prefix);
    this.observer = observer;
    this.wishes = Set.of(Topics.OPT_OUT_DISPOSITIONS.name(prefix), Topics.OPERATOR_ACTIONS.name(prefix),
        Topics.CONSENTS.name(prefix));
  }

  void admit(String key, Admitted admitted, Instant now) {
    context.forward(new Record<>(key, admitted, now.toEpochMilli()), GATE);
  }

  void multicast(RawRecord raw, Instant now) {
    context.forward(new Record<>(raw.key(), raw.value(), now.toEpochMilli(), raw.headersToSendOn()), sinks.multicast());
  }

  void sendOn(RawRecord raw, Placement.Elsewhere place, String source, Instant now) {
    observer.rekeyed(source);
    byte[] key = place.key().getBytes(StandardCharsets.UTF_8);
    context.forward(new Record<>(key, raw.value(), now.toEpochMilli(), raw.headersToSendOn()), REKEYED);
    notice(raw, place, source, now);
  }

  /** Keeps the record, with the reason, and lets a person know if it was an opt-out or a hold: somebody must not be called. */
  public void reject(RawRecord raw, RefusedRecord refused, Instant now) {
    observer.rejected(refused.code().name());
    RawRecord kept = raw.kept();
    var headers = kept.headersOfRejection(refused);
    context.forward(new Record<>(kept.key(), kept.value(), now.toEpochMilli(), headers), sinks.rejected());
    String why = Objects.toString(refused.getMessage());
    if (wishes.contains(raw.origin().topic())) {
      alert(Alerts.optOutRejected(raw.origin().topic(), raw.origin(), why, now), now);
    } else if (raw.origin().topic().equals(policies)) {
      alert(Alerts.brokenDocument(raw.keyTold(), why, now), now);
    }
  }

  private void alert(Alert alert, Instant now) {
    context.forward(new Record<>(alert.getSubject(), alert, now.toEpochMilli()), sinks.alerts());
  }

  /** At most once an hour from this task; one task then sees to it that it is once an hour from all of them. */
  private void notice(RawRecord raw, Placement.Elsewhere place, String source, Instant now) {
    Instant last = lastNotices.get(source);
    if (last != null && now.isBefore(last.plus(Intake.NOTICE_EVERY))) {
      return;
    }
    if (lastNotices.size() >= MAX_SOURCES) {
      lastNotices.clear();
    }
    lastNotices.put(source, now);
    Rekeyed from = raw.origin();
    var alert = Alerts.misplaced(source, from, place.key(), place.partition(), raw.headersTold(), now);
    context.forward(new Record<>(source, alert, now.toEpochMilli()), NOTICES);
  }
}
