package io.dialgate.topology.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.dialgate.schemas.Alert;
import io.dialgate.topology.IntakeObserver;
import io.dialgate.wire.record.RefusedRecord;

/**
 * Where a record goes from the intake.
 *
 * @param <A> what records say
 */
public final class Outlets<A> {

  /** Sources whose last notice a task remembers; beyond it, it reports again. */
  private static final int MAX_SOURCES = 1_000;

  private final ProcessorContext<Object, Object> context;
  private final IntakeObserver observer;
  private final Inputs<A> inputs;
  private final Sinks sinks;
  private final Map<String, Instant> lastNotices = new HashMap<>();

  public Outlets(ProcessorContext<Object, Object> context, Intake<A> intake, Sinks sinks) {
    this.context = context;
    this.observer = intake.observer();
    this.inputs = intake.inputs();
    this.sinks = sinks;
  }

  void admit(String key, Admitted<A> admitted, Instant now) {
    context.forward(new Record<>(key, admitted, now.toEpochMilli()), sinks.admitted());
  }

  void multicast(RawRecord raw, Instant now) {
    context.forward(new Record<>(raw.key(), raw.value(), now.toEpochMilli(), raw.headersToSendOn()), sinks.multicast());
  }

  void sendOn(RawRecord raw, Placement.Elsewhere place, String source, Instant now) {
    observer.rekeyed(source);
    byte[] key = place.key().getBytes(StandardCharsets.UTF_8);
    context.forward(new Record<>(key, raw.value(), now.toEpochMilli(), raw.headersToSendOn()), sinks.rekeyed());
    notice(raw, place, source, now);
  }

  /** To every task, of which each takes what belongs to it. */
  void scatter(RawRecord raw, Placement.Elsewhere first, String source, Instant now) {
    observer.rekeyed(source);
    multicast(raw, now);
    notice(raw, first, source, now);
  }

  /** Keeps the record, with the reason, and lets a person know of those that matter. */
  public void reject(RawRecord raw, RefusedRecord refused, Instant now) {
    observer.rejected(refused.code().name());
    RawRecord kept = raw.kept();
    var headers = kept.headersOfRejection(refused);
    context.forward(new Record<>(kept.key(), kept.value(), now.toEpochMilli(), headers), sinks.rejected());
    inputs.alarm(raw, Objects.toString(refused.getMessage()), now).ifPresent(alert -> alert(alert, now));
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
    var alert = inputs.misplaced(source, raw, place, now);
    context.forward(new Record<>(source, alert, now.toEpochMilli()), sinks.notices());
  }
}
