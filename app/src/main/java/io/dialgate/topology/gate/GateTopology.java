package io.dialgate.topology.gate;

import static io.dialgate.topology.intake.ProcessingOrder.BY_TIME;
import static io.dialgate.topology.intake.ProcessingOrder.FIRST;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

import io.dialgate.schemas.Alert;
import io.dialgate.topology.TopologyParts;
import io.dialgate.topology.intake.Outlets;
import io.dialgate.wire.Topics;

/**
 * The gate, from top to bottom.
 *
 * <pre>
 *   opt-outs · registry deltas · operator actions          dial requests · dial outcomes
 *                       └───────── check-and-place ─────────┘
 *            wrong key or partition │        │ right place
 *                  rekeyed ◀────────┤        ├────────▶ decide-and-recall ─▶ decisions · entries · receipts · alerts
 *         prefix or hash: multicast ┘        └─ cannot be taken: rejected
 * </pre>
 */
public final class GateTopology {

  private static final String PRODUCED = "check-and-place";
  private static final String MOVED = "take-in-what-was-sent-on";
  private static final String NOTICES = "limit-notices";

  private final GateSettings settings;
  private final TopologyParts parts;

  public GateTopology(GateSettings settings) {
    this.settings = settings;
    this.parts = new TopologyParts(settings.intake().prefix(), settings.intake().registry());
  }

  /** The whole of it; one sub-topology, and one for the notices. */
  public Topology build() {
    var topology = new Topology();
    readWhatListsSay(topology);
    readWhatDiallersAsk(topology);
    readWhatWasSentOn(topology);
    decide(topology);
    write(topology);
    limitNotices(topology);
    return topology;
  }

  private void readWhatListsSay(Topology topology) {
    parts.rawSource(topology, "read-opt-outs", FIRST, Topics.OPT_OUT_DISPOSITIONS);
    parts.rawSource(topology, "read-registry-deltas", FIRST, Topics.REGISTRY_DELTAS);
    parts.rawSource(topology, "read-operator-actions", FIRST, Topics.OPERATOR_ACTIONS);
  }

  private void readWhatDiallersAsk(Topology topology) {
    parts.rawSource(topology, "read-dial-requests", BY_TIME, Topics.DIAL_REQUESTS);
    parts.rawSource(topology, "read-dial-outcomes", BY_TIME, Topics.DIAL_OUTCOMES);
    topology.addProcessor(PRODUCED, settings.intake().produced()::get, "read-opt-outs", "read-registry-deltas",
        "read-operator-actions", "read-dial-requests", "read-dial-outcomes");
  }

  private void readWhatWasSentOn(Topology topology) {
    parts.rawSource(topology, "read-wide-entries", FIRST, Topics.GATE_MULTICAST);
    parts.rawSource(topology, "read-rekeyed", BY_TIME, Topics.GATE_REKEYED);
    topology.addProcessor(MOVED, settings.intake().moved()::get, "read-wide-entries", "read-rekeyed");
  }

  private void decide(Topology topology) {
    topology.addProcessor(Outlets.GATE, () -> new GateProcessor(settings), PRODUCED, MOVED);
    topology.addStateStore(GateStores.dncEntries(), Outlets.GATE);
    topology.addStateStore(GateStores.wideEntries(), Outlets.GATE);
    topology.addStateStore(GateStores.dialHistory(), Outlets.GATE);
  }

  private void write(Topology topology) {
    parts.avroSink(topology, Voice.DECISIONS, Topics.DIAL_DECISIONS, Outlets.GATE);
    parts.avroSink(topology, Voice.ENTRIES, Topics.DNC_ENTRIES, Outlets.GATE);
    parts.avroSink(topology, Voice.RECEIPTS, Topics.LIST_RECEIPTS, Outlets.GATE);
    parts.avroSink(topology, Outlets.ALERTS, Topics.ALERTS, Outlets.GATE, PRODUCED, MOVED);
    parts.avroSink(topology, Outlets.NOTICES, Topics.GATE_NOTICES, PRODUCED, MOVED);
    parts.rawSink(topology, Outlets.REJECTED, Topics.REJECTED_RECORDS, Outlets.GATE, PRODUCED, MOVED);
    parts.rawSink(topology, Outlets.REKEYED, Topics.GATE_REKEYED, PRODUCED, MOVED);
    topology.addSink(Outlets.MULTICAST, parts.name(Topics.GATE_MULTICAST), new ByteArraySerializer(),
        new ByteArraySerializer(), everyPartition(), PRODUCED, MOVED);
  }

  private void limitNotices(Topology topology) {
    topology.addSource("read-notices", new StringDeserializer(), parts.avroDeserializer(Alert.class),
        parts.name(Topics.GATE_NOTICES));
    topology.addProcessor(NOTICES, NoticeProcessor::new, "read-notices");
    topology.addStateStore(GateStores.noticeTimes(), NOTICES);
    parts.avroSink(topology, "write-notices", Topics.ALERTS, NOTICES);
  }

  private static StreamPartitioner<Object, Object> everyPartition() {
    return (topic, key, value, partitions) -> Optional
        .of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
  }
}
