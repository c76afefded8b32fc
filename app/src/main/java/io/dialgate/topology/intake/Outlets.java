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
import io.dialgate.topology.GateObserver;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Alerts;
import io.dialgate.wire.record.RefusedRecord;

/** Where a record goes from the intake. The names are those of the nodes in the topology. */
public final class Outlets {

  /** The node that sees what is admitted. */
  public static final String GATE = "decide-and-recall";
  /** The sink of what is rejected. */
  public static final String REJECTED = "write-rejected-records";
  /** The sink of what belongs elsewhere. */
  public static final String REKEYED = "rekey-by-number";
  /** The sink of what concerns every task. */
  public static final String MULTICAST = "multicast-wide-entries";
  /** The sink of what is known about producers that write to wrong partitions. */
  public static final String NOTICES = "report-misplaced-records";
  /** The sink of what a person should look at. */
  public static final String ALERTS = "write-alerts";

  /** Sources whose last notice a task remembers; beyond it, it reports again. */
  private static final int MAX_SOURCES = 1_000;

  private final ProcessorContext<Object, Object> context;
  private final GateObserver observer;
  private final Set<String> wishes;
  private final Map<String, Instant> lastNotices = new HashMap<>();

  public Outlets(ProcessorContext<Object, Object> context, GateObserver observer, String prefix) {
    this.context = context;
    this.observer = observer;
    this.wishes = Set.of(Topics.OPT_OUT_DISPOSITIONS.name(prefix), Topics.OPERATOR_ACTIONS.name(prefix));
  }

  void admit(String key, Admitted admitted, Instant now) {
    context.forward(new Record<>(key, admitted, now.toEpochMilli()), GATE);
  }

  void multicast(RawRecord raw, Instant now) {
    context.forward(new Record<>(raw.key(), raw.value(), now.toEpochMilli(), raw.headersToSendOn()), MULTICAST);
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
    var headers = raw.headersOfRejection(refused);
    context.forward(new Record<>(raw.key(), raw.valueToKeep(), now.toEpochMilli(), headers), REJECTED);
    if (wishes.contains(raw.origin().topic())) {
      var alert = Alerts.optOutRejected(raw.origin().topic(), raw.origin(), Objects.toString(refused.getMessage()),
          now);
      context.forward(new Record<>(alert.getSubject(), alert, now.toEpochMilli()), ALERTS);
    }
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
