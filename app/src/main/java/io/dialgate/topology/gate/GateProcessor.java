package io.dialgate.topology.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.gate.DialHistory;
import io.dialgate.topology.document.Shelf;
import io.dialgate.topology.intake.Admitted;
import io.dialgate.topology.intake.Outlets;
import io.dialgate.wire.record.Arrival;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.state.Standing;

/** The shell of the gate in one task: it opens the stores, tells the time, and hands each arrival to its handler. */
final class GateProcessor implements Processor<String, Admitted<Arrival>, Object, Object> {

  private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

  private final GateSettings settings;
  private @Nullable GateTask task;
  private @Nullable Outlets<Arrival> outlets;
  private int partition;
  private Instant swept = Instant.MIN;

  GateProcessor(GateSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    KeyValueStore<String, DialHistory> histories = context.getStateStore(GateStores.DIAL_HISTORY);
    KeyValueStore<String, Standing> circumstances = context.getStateStore(GateStores.CIRCUMSTANCES);
    KeyValueStore<String, NumberEntries> entries = context.getStateStore(GateStores.DNC_ENTRIES);
    var states = new NumberStates(entries, context.getStateStore(GateStores.CONSENTS), histories);
    var wide = new WideTable(context.getStateStore(GateStores.WIDE_ENTRIES));
    var policies = new Shelf<>(circumstances, Standing.Active.KEY, new Policies(settings.inputs().documents(),
        settings.limits().requestMaxAge(), settings.builtIn()));
    var around = new TaskSurroundings(circumstances, wide, policies);
    var open = new OpenAllowances(histories, now(), OpenAllowances.MAX_KEPT);
    var voice = new Voice(context, settings.observer(), settings.limits());
    var sweeper = new Sweeper(entries, histories, settings.gate().memory(), voice);
    var working = new GateTask(settings.gate(), states, wide, around, policies, open, voice);
    task = working;
    outlets = new Outlets<>(context, settings.intake(), GateSinks.GATE);
    partition = context.taskId().partition();
    context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> {
      settings.observer().oldestOpenAllowance(partition, open.oldest(states, now()));
      sweeper.sweep(now());
      Instant before = swept;
      swept = now();
      around.sweep(swept);
      working.recallBegun(before, swept);
    });
  }

  @Override
  public void process(Record<String, Admitted<Arrival>> record) {
    Instant now = now();
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
    return settings.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
