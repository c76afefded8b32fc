package io.dialgate.topology.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.policy.PolicyDocuments;
import io.dialgate.domain.policy.PolicyDocuments.Read;
import io.dialgate.schemas.Alert;
import io.dialgate.topology.intake.InputReader;
import io.dialgate.topology.intake.Inputs;
import io.dialgate.topology.intake.Intake;
import io.dialgate.topology.intake.Placement;
import io.dialgate.topology.intake.RawRecord;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Alerts;
import io.dialgate.wire.record.Arrival;
import io.dialgate.wire.record.Consents;
import io.dialgate.wire.record.DialDecisions;
import io.dialgate.wire.record.DialOutcomes;
import io.dialgate.wire.record.DialRequests;
import io.dialgate.wire.record.OperatorActions;
import io.dialgate.wire.record.OptOuts;
import io.dialgate.wire.record.Policies;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RegistryDeltas;
import io.dialgate.wire.record.RegistryStatuses;
import io.dialgate.wire.record.RejectionCode;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What the gate takes in: by number, or for every task.
 *
 * @param prefix of the topics' names
 * @param registry of the schemas
 * @param numbering reads numbers
 * @param documents reads policies
 * @param requestMaxAge how old a request may be
 */
public record GateInputs(String prefix, SchemaRegistry registry, Numbering numbering, PolicyDocuments documents,
    Duration requestMaxAge) implements Inputs<Arrival> {

  private static final String UNNAMED = "unnamed";

  /** Whose rejection means that somebody must not be called, and we do not know who. */
  private static final Set<Topic<?>> WISHES = Set.of(Topics.OPT_OUT_DISPOSITIONS, Topics.OPERATOR_ACTIONS,
      Topics.CONSENTS);

  @Override
  public Inputs.Reader<Arrival> reader() {
    var reader = new InputReader<Arrival>(Map.ofEntries(
        InputReader.reader(Topics.OPT_OUT_DISPOSITIONS, prefix, registry, one -> OptOuts.read(one, numbering)),
        InputReader.reader(Topics.REGISTRY_DELTAS, prefix, registry, one -> RegistryDeltas.read(one, numbering)),
        InputReader.reader(Topics.OPERATOR_ACTIONS, prefix, registry, one -> OperatorActions.read(one, numbering)),
        InputReader.reader(Topics.CONSENTS, prefix, registry, one -> Consents.read(one, numbering)),
        InputReader.reader(Topics.REGISTRY_STATUS, prefix, registry, one -> RegistryStatuses.read(one, numbering)),
        InputReader.reader(Topics.POLICIES, prefix, registry, one -> Policies.read(one, numbering)),
        InputReader.reader(Topics.DIAL_REQUESTS, prefix, registry, one -> DialRequests.read(one, numbering)),
        InputReader.reader(Topics.DIAL_OUTCOMES, prefix, registry, one -> DialOutcomes.read(one, numbering))));
    return (topic, value, now) -> usable(Credible.check(reader.read(topic, value), now));
  }

  @Override
  public Placement place(Arrival arrival, String key, int partition, int partitions) {
    return switch (arrival) {
      case Arrival.Asked(var _, var reading) -> {
        var number = DialDecisions.number(reading);
        yield number == null
            ? new Placement.Here(key)
            : Placement.under(number.e164(), key, partition, partitions);
      }
      case Arrival.Listed(var number, var _, var _) -> Placement.under(number.e164(), key, partition, partitions);
      case Arrival.ListedTogether together -> together(together, key, partition, partitions);
      case Arrival.Agreed(var number, var _, var _) -> Placement.under(number.e164(), key, partition, partitions);
      case Arrival.Finished(var number, var _, var _) -> Placement.under(number.e164(), key, partition, partitions);
      case Arrival.ListedWide _,Arrival.Blocked _,Arrival.Unblocked _,Arrival.Imported _,Arrival.PolicyTold _,Arrival.PolicyActivated _ ->
        new Placement.Everywhere();
      case Arrival.NoMatter _ -> new Placement.Nowhere();
    };
  }

  @Override
  public Arrival share(Arrival arrival, int partition, int partitions) {
    return arrival instanceof Arrival.ListedTogether(var each)
        ? new Arrival.ListedTogether(each.stream()
            .filter(one -> Placement.partition(one.number().e164(), partitions) == partition).toList())
        : Inputs.super.share(arrival, partition, partitions);
  }

  private static Placement together(Arrival.ListedTogether arrival, String key, int partition, int partitions) {
    return arrival.keys().filter(number -> Placement.partition(number, partitions) != partition).findFirst()
        .<Placement>map(number -> new Placement.Scattered(
            new Placement.Elsewhere(number, Placement.partition(number, partitions))))
        .orElseGet(() -> new Placement.Here(key));
  }

  @Override
  public String source(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Asked(var request, var _) -> request.caller().platform();
      case Arrival.Listed(var _, var event, var _) -> event.provenance().source();
      case Arrival.ListedTogether(var each) -> each.getFirst().event().provenance().source();
      case Arrival.ListedWide(var _, var event, var _) -> event.provenance().source();
      case Arrival.Agreed _,Arrival.Finished _,Arrival.Blocked _,Arrival.Unblocked _,Arrival.Imported _,Arrival.PolicyTold _,Arrival.PolicyActivated _,Arrival.NoMatter _ ->
        UNNAMED;
    };
  }

  @Override
  public int maxBytes(String topic) {
    return topic.equals(Topics.POLICIES.name(prefix)) ? Intake.MAX_DOCUMENT_BYTES : Intake.MAX_RECORD_BYTES;
  }

  @Override
  public String keyedBy() {
    return "the number's E.164 form";
  }

  @Override
  public Alert misplaced(String source, RawRecord raw, Placement.Elsewhere place, Instant now) {
    return Alerts.misplaced(source, raw.origin(), place.key(), place.partition(), raw.headersTold(), now);
  }

  @Override
  public Optional<Alert> alarm(RawRecord raw, String why, Instant now) {
    String topic = raw.origin().topic();
    if (WISHES.stream().anyMatch(wish -> wish.name(prefix).equals(topic))) {
      return Optional.of(Alerts.optOutRejected(topic, raw.origin(), why, now));
    }
    return topic.equals(Topics.POLICIES.name(prefix))
        ? Optional.of(Alerts.brokenDocument(raw.keyTold(), why, now))
        : Optional.empty();
  }

  /** A document that is no policy is refused before any task hears of it. */
  private Arrival usable(Arrival arrival) {
    if (arrival instanceof Arrival.PolicyTold(String hash, String text)
        && documents.read(text, requestMaxAge) instanceof Read.Broken broken) {
      throw new RefusedRecord(RejectionCode.BROKEN_DOCUMENT,
          "expected %s to be a policy, but %s; correct it, and publish it again"
              .formatted(hash, String.join("; ", broken.faults())));
    }
    return arrival;
  }
}
