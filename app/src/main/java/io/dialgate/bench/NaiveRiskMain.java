package io.dialgate.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.SlidingWindows;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.TimestampedWindowStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.apache.kafka.streams.state.WindowStore;

import io.dialgate.schemas.Contribution;
import io.dialgate.schemas.DataActionTransaction;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;
import io.dialgate.schemas.Velocity;
import io.dialgate.wire.Topics;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What a good engineer writes in an afternoon: one sliding-window aggregation of the DSL for each width, exactly once, everything
 * else as Kafka Streams has it by default; each transaction then looks up the window that ends at it in each of them. It reads and
 * writes the same Avro records and topics as Dialgate. It knows no duplicates, no tiers, no models and no late events' own answers.
 */
public final class NaiveRiskMain {

  static final String PREFIX = "naive-risk.";

  private NaiveRiskMain() {}

  /**
   * Runs until it is ended.
   *
   * @param arguments the folder of its state
   */
  public static void main(String[] arguments) throws InterruptedException {
    NaiveMain.run(topology(NaiveMain.registry()), NaiveMain.properties("naive-risk", arguments[0]));
  }

  private static Topology topology(SchemaRegistry registry) {
    var builder = new StreamsBuilder();
    var serde = NaiveMain.avro(DataActionTransaction.class, registry);
    var transactions = builder.stream(Topics.DATA_ACTION_TRANSACTIONS.name(PREFIX),
        Consumed.with(Serdes.String(), serde).withTimestampExtractor(
            (record, _) -> ((DataActionTransaction) record.value()).getOccurredAt().toEpochMilli()));
    for (String width : RiskWorkload.WIDTHS) {
      transactions.groupByKey(Grouped.with(Serdes.String(), serde))
          .windowedBy(SlidingWindows.ofTimeDifferenceAndGrace(widthOf(width), RiskWorkload.GRACE))
          .aggregate(NaiveWindow::empty, (_, transaction, window) -> window.with(transaction),
              Materialized.<String, NaiveWindow, WindowStore<Bytes, byte[]>>as(width).withKeySerde(Serdes.String())
                  .withValueSerde(NaiveWindow.serde()));
    }
    transactions.processValues(Score::new, RiskWorkload.WIDTHS.toArray(String[]::new)).to(
        Topics.RISK_ASSESSMENTS.name(PREFIX),
        Produced.with(Serdes.String(), NaiveMain.avro(RiskAssessment.class, registry)));
    return builder.build();
  }

  private static Duration widthOf(String width) {
    return RiskWorkload.WINDOWS.getOrDefault(width, Duration.ZERO);
  }

  /** Looks up the windows that end at a transaction; they were aggregated just before. */
  private static final class Score
      extends
        ContextualFixedKeyProcessor<String, DataActionTransaction, RiskAssessment> {

    private final List<TimestampedWindowStore<String, NaiveWindow>> stores = new ArrayList<>();

    @Override
    public void init(FixedKeyProcessorContext<String, RiskAssessment> context) {
      super.init(context);
      RiskWorkload.WIDTHS.forEach(width -> stores.add(context.getStateStore(width)));
    }

    @Override
    public void process(FixedKeyRecord<String, DataActionTransaction> record) {
      DataActionTransaction one = record.value();
      long at = one.getOccurredAt().toEpochMilli();
      List<Velocity> velocities = new ArrayList<>();
      List<Contribution> contributions = new ArrayList<>();
      long before = 0;
      for (int i = 0; i < stores.size(); i++) {
        long width = widthOf(RiskWorkload.WIDTHS.get(i)).toMillis();
        ValueAndTimestamp<NaiveWindow> found = stores.get(i).fetch(record.key(), at - width);
        NaiveWindow window = found == null ? NaiveWindow.empty() : found.value();
        before = Math.max(before, window.before());
        tell("count", width, Long.toString(window.count()), velocities, contributions);
        tell("sum:USD", width, window.sum().toPlainString(), velocities, contributions);
        for (int j = 0; j < RiskWorkload.ATTRIBUTES.size(); j++) {
          tell("distinct:" + RiskWorkload.ATTRIBUTES.get(j), width, Integer.toString(window.values().get(j).size()),
              velocities, contributions);
        }
      }
      tell("since-last", 0, Long.toString(at - before), velocities, contributions);
      context().forward(record.withValue(assessment(one, velocities, contributions)));
    }

    private static void tell(String measure, long width, String value, List<Velocity> velocities,
        List<Contribution> contributions) {
      velocities.add(new Velocity(measure, width / 1_000, value, false));
      contributions.add(new Contribution(measure, value, 0));
    }

    private static RiskAssessment assessment(DataActionTransaction one, List<Velocity> velocities,
        List<Contribution> contributions) {
      var assessment = new RiskAssessment();
      assessment.setTransactionId(one.getTransactionId());
      assessment.setInteractionId(one.getInteractionId());
      assessment.setCustomerId(one.getCustomerId());
      assessment.setScore(contributions.stream().mapToInt(Contribution::getPoints).sum());
      assessment.setFlag(RiskFlag.LOW);
      assessment.setCategory("standard");
      assessment.setThreshold(65);
      assessment.setContributions(contributions);
      assessment.setVelocities(velocities);
      assessment.setModel("none");
      assessment.setAssessedAt(Instant.now().truncatedTo(ChronoUnit.MICROS));
      assessment.setRepeated(false);
      return assessment;
    }
  }
}
