package io.dialgate.topology.risk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.dialgate.schemas.Alert;
import io.dialgate.topology.intake.InputReader;
import io.dialgate.topology.intake.Inputs;
import io.dialgate.topology.intake.Intake;
import io.dialgate.topology.intake.Placement;
import io.dialgate.topology.intake.RawRecord;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Alerts;
import io.dialgate.wire.record.CustomerProfiles;
import io.dialgate.wire.record.Opinions;
import io.dialgate.wire.record.RiskArrival;
import io.dialgate.wire.record.RiskModels;
import io.dialgate.wire.record.Transactions;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What the risk topology takes in: by customer, or for every task.
 *
 * @param prefix of the topics' names
 * @param registry of the schemas
 */
public record RiskInputs(String prefix, SchemaRegistry registry) implements Inputs<RiskArrival> {

  /** Neither transactions nor profiles say who writes them. */
  private static final String UNNAMED = "unnamed";

  @Override
  public Inputs.Reader<RiskArrival> reader() {
    var reader = new InputReader<RiskArrival>(Map.ofEntries(
        InputReader.reader(Topics.DATA_ACTION_TRANSACTIONS, prefix, registry, Transactions::read),
        InputReader.reader(Topics.CUSTOMER_PROFILES, prefix, registry, CustomerProfiles::read),
        InputReader.reader(Topics.RISK_SCORER_ANSWERS, prefix, registry, Opinions::read),
        InputReader.reader(Topics.RISK_MODELS, prefix, registry, RiskModels::read)));
    return (topic, value, _) -> reader.read(topic, value);
  }

  @Override
  public Placement place(RiskArrival arrival, String key, int partition, int partitions) {
    return switch (arrival) {
      case RiskArrival.Acted(var event) -> Placement.under(event.customerId(), key, partition, partitions);
      case RiskArrival.Opined(String customer, var _, var _) -> Placement.under(customer, key, partition, partitions);
      case RiskArrival.Profiled(String customer, var _) -> Placement.under(customer, key, partition, partitions);
      case RiskArrival.ModelTold _,RiskArrival.ModelActivated _ -> new Placement.Everywhere();
      case RiskArrival.NoMatter _ -> new Placement.Nowhere();
    };
  }

  @Override
  public String source(RiskArrival arrival) {
    return UNNAMED;
  }

  @Override
  public int maxBytes(String topic) {
    return topic.equals(Topics.RISK_MODELS.name(prefix)) ? Intake.MAX_DOCUMENT_BYTES : Intake.MAX_RECORD_BYTES;
  }

  @Override
  public String keyedBy() {
    return "the customer's id";
  }

  @Override
  public Alert misplaced(String source, RawRecord raw, Placement.Elsewhere place, Instant now) {
    return Alerts.misplacedCustomer(source, raw.origin(), place.key(), place.partition(), raw.headersTold(), now);
  }

  @Override
  public Optional<Alert> alarm(RawRecord raw, String why, Instant now) {
    return raw.origin().topic().equals(Topics.RISK_MODELS.name(prefix))
        ? Optional.of(Alerts.brokenDocument(raw.keyTold(), why, now))
        : Optional.empty();
  }

  /** The topic of profiles is compacted, so that a profile without a value is one that was deleted. */
  @Override
  public Optional<RiskArrival> deleted(String topic, String key) {
    return topic.equals(Topics.CUSTOMER_PROFILES.name(prefix))
        ? Optional.of(new RiskArrival.Profiled(key, null))
        : Optional.empty();
  }
}
