package io.dialgate.topology.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

import io.dialgate.topology.intake.Admitted;
import io.dialgate.topology.intake.Outlets;
import io.dialgate.wire.record.RefusedRecord;

/** The shell of the gate in one task: it opens the stores, tells the time, and hands each arrival to its handler. */
final class GateProcessor implements Processor<String, Admitted, Object, Object> {

  private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

  private final GateSettings settings;
  private final CommitPace pace = new CommitPace();
  private @Nullable GateTask task;
  private @Nullable Outlets outlets;
  private int partition;

  GateProcessor(GateSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    var states = new NumberStates(context.getStateStore(GateStores.DNC_ENTRIES),
        context.getStateStore(GateStores.DIAL_HISTORY));
    var wide = new WideTable(context.getStateStore(GateStores.WIDE_ENTRIES));
    var open = new OpenAllowances(context.getStateStore(GateStores.DIAL_HISTORY), now(),
        OpenAllowances.MAX_KEPT);
    var voice = new Voice(context, settings.intake().observer());
    var sweeper = new Sweeper(context.getStateStore(GateStores.DNC_ENTRIES),
        context.getStateStore(GateStores.DIAL_HISTORY), settings.gate().memory(), voice);
    task = new GateTask(settings.gate(), states, wide, open, voice);
    outlets = new Outlets(context, settings.intake().observer(), settings.intake().prefix());
    partition = context.taskId().partition();
    context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> {
      settings.intake().observer().oldestOpenAllowance(partition, open.oldest(states, now()));
      sweeper.sweep(now());
    });
    context.schedule(settings.commitInterval(), PunctuationType.WALL_CLOCK_TIME, _ -> {
      if (pace.isDue()) {
        context.commit();
      }
    });
  }

  @Override
  public void process(Record<String, Admitted> record) {
    Instant now = now();
    pace.processed();
    try {
      Objects.requireNonNull(task).on(record.key(), record.value(), now);
    } catch (RefusedRecord refused) {
      if (record.value().isRejectedBy(partition)) {
        Objects.requireNonNull(outlets).reject(record.value().raw(), refused, now);
      }
    }
  }

  /** Microseconds are all that a decision can tell, and so all that it may be made from. */
  private Instant now() {
    return settings.intake().clock().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
