package io.dialgate.topology.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.RiskModel;
import io.dialgate.domain.risk.velocity.CustomerVelocities;
import io.dialgate.topology.document.Shelf;
import io.dialgate.topology.intake.Admitted;
import io.dialgate.topology.intake.Outlets;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RiskArrival;
import io.dialgate.wire.state.Standing;

/** The shell of the risk topology in one task: it opens the stores, tells the time, and hands each arrival to its handler. */
final class RiskProcessor implements Processor<String, Admitted<RiskArrival>, Object, Object> {

  /** The row of the store of models that says which is in shadow. */
  private static final String SHADOW = "shadow";

  private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
  /** How often it looks whether somebody has waited long enough for the external scorer. */
  private static final Duration TELL_EVERY = Duration.ofMillis(50);

  private final RiskSettings settings;
  private @Nullable RiskTask task;
  private @Nullable Outlets<RiskArrival> outlets;
  private int partition;

  RiskProcessor(RiskSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    KeyValueStore<Bytes, byte[]> pages = context.getStateStore(RiskStores.VELOCITY_PAGES);
    KeyValueStore<Bytes, byte[]> told = context.getStateStore(RiskStores.ANSWERS);
    KeyValueStore<String, Standing> models = context.getStateStore(RiskStores.MODELS);
    var live = new Shelf<>(models, Standing.Active.KEY, settings.models());
    var shadow = new Shelf<>(models, SHADOW, new ShadowModels(settings.models()));
    live.open();
    shadow.open();
    var answers = new Answers(told, settings.registry(), settings.prefix(), settings.memory());
    var kept = new StoredPages(pages);
    var judges = new Judges(plan -> CustomerVelocities.on(kept, plan, settings.limits()));
    live.all().forEach(judges::know);
    var voice = new RiskVoice(context, settings.observer());
    var held = new HeldAssessments(context.getStateStore(RiskStores.HELD), answers);
    var delivery = new Delivery(settings.asking(), held, answers, hash -> cap(live, hash), voice, settings.observer());
    task = new RiskTask(judges, context.getStateStore(RiskStores.CUSTOMER_TIERS), answers, live, shadow, delivery,
        voice);
    outlets = new Outlets<>(context, settings.intake(), RiskSinks.TASK);
    partition = context.taskId().partition();
    var sweeper = new RiskSweeper(pages, told, answers, judges);
    context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> sweeper.sweep(now()));
    context.schedule(TELL_EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> delivery.tellWhatIsReady(now()));
  }

  @Override
  public void process(Record<String, Admitted<RiskArrival>> record) {
    Instant now = now();
    try {
      Objects.requireNonNull(task).on(record.value(), now);
    } catch (RefusedRecord refused) {
      if (record.value().isRejectedBy(partition)) {
        Objects.requireNonNull(outlets).reject(record.value().raw(), refused, now);
      }
    }
  }

  /** A model that made an assessment stays on the shelf. */
  private static int cap(Shelf<RiskModel> live, String hash) {
    RiskModel inForce = live.inForce();
    return inForce.hash().equals(hash) ? inForce.cap() : live.find(hash).map(RiskModel::cap).orElseThrow();
  }

  /** Microseconds are all that an assessment can tell, and so all that it may be made from. */
  private Instant now() {
    return settings.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
