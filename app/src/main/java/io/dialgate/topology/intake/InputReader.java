package io.dialgate.topology.intake;

import java.util.Map;
import java.util.function.BiFunction;

import org.apache.avro.specific.SpecificRecord;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.topology.Patience;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.record.Arrival;
import io.dialgate.wire.record.Consents;
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

/** Reads the values of the gate's inputs, whichever topic they were produced to. For one thread. */
final class InputReader {

  private final String prefix;
  private final Map<String, TopicReader> readers;

  InputReader(String prefix, SchemaRegistry registry, Numbering numbering) {
    this.prefix = prefix;
    this.readers = Map.ofEntries(reader(Topics.OPT_OUT_DISPOSITIONS, OptOuts::read, registry, numbering),
        reader(Topics.REGISTRY_DELTAS, RegistryDeltas::read, registry, numbering),
        reader(Topics.OPERATOR_ACTIONS, OperatorActions::read, registry, numbering),
        reader(Topics.CONSENTS, Consents::read, registry, numbering),
        reader(Topics.REGISTRY_STATUS, RegistryStatuses::read, registry, numbering),
        reader(Topics.POLICIES, Policies::read, registry, numbering),
        reader(Topics.DIAL_REQUESTS, DialRequests::read, registry, numbering),
        reader(Topics.DIAL_OUTCOMES, DialOutcomes::read, registry, numbering));
  }

  /** Reads one value. */
  @FunctionalInterface
  private interface TopicReader {
    Arrival read(byte[] value);
  }

  /**
   * What a value of this topic says. While the registry of schemas cannot be reached, it waits: nothing is called poison that
   * could not be looked up.
   *
   * @throws RefusedRecord if it cannot be read, or not taken
   */
  Arrival read(String topic, byte[] value) {
    TopicReader reader = readers.get(topic);
    if (reader == null) {
      throw new RefusedRecord(RejectionCode.UNREADABLE,
          "expected a record of one of the gate's inputs, but it says it comes from '%s'; produce to the input itself"
              .formatted(topic));
    }
    return Patience.read(topic, () -> reader.read(value));
  }

  private <R extends SpecificRecord> Map.Entry<String, TopicReader> reader(Topic<R> topic,
      BiFunction<R, Numbering, Arrival> read, SchemaRegistry registry, Numbering numbering) {
    var codec = new AvroCodec<>(topic.value(), registry, topic.subject(prefix).orElseThrow());
    return Map.entry(topic.name(prefix), value -> switch (codec.decode(value)) {
      case Decoding.Decoded<R>(R record, int _) -> read.apply(record, numbering);
      case Decoding.Malformed<R>(String code, String message) -> throw new RefusedRecord(RejectionCode.UNREADABLE,
          code + ": " + message);
    });
  }
}
