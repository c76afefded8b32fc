package io.dialgate.topology.gate;

import static io.dialgate.topology.intake.ProcessingOrder.BY_TIME;
import static io.dialgate.topology.intake.ProcessingOrder.FIRST;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

import io.dialgate.schemas.Alert;
import io.dialgate.topology.TopologyParts;
import io.dialgate.topology.intake.Outlets;
import io.dialgate.topology.intake.ProcessingOrder;
import io.dialgate.topology.intake.Sinks;
import io.dialgate.wire.Topics;

/**
 * The gate, from top to bottom.
 *
 * <pre>
 *   opt-outs · registry deltas · consents · operator actions          dial requests · dial outcomes
 *                       └────────────── check-and-place ─────────────────┘
 *            wrong key or partition │        │ right place
 *                  rekeyed ◀────────┤        ├────────▶ decide-and-recall ─▶ decisions · entries · receipts · alerts
 *       prefix, hash, block: multicast       └─ cannot be taken: rejected
 *                              ▲
 *   policies · registry status ┘ check-and-spread
 * </pre>
 */
public final class GateTopology {

  private static final String PRODUCED = "check-and-place";
  private static final String MOVED = "take-in-what-was-sent-on";
  private static final String SPREAD = "check-and-spread";
  private static final String NOTICES = "limit-notices";

  private final GateSettings settings;
  private final TopologyParts parts;

  public GateTopology(GateSettings settings) {
    this.settings = settings;
    this.parts = new TopologyParts(settings.intake().prefix(), settings.intake().registry());
  }

  /** The whole of it: one sub-topology that decides, one for the notices, and one for what every task has to know. */
  public Topology build() {
    var topology = new Topology();
    readWhatListsSay(topology);
    readWhatDiallersAsk(topology);
    readWhatWasSentOn(topology);
    decide(topology);
    write(topology);
    limitNotices(topology);
    spread(topology);
    return topology;
  }

  private void readWhatListsSay(Topology topology) {
    parts.rawSource(topology, "read-opt-outs", FIRST, Topics.OPT_OUT_DISPOSITIONS);
    parts.rawSource(topology, "read-registry-deltas", FIRST, Topics.REGISTRY_DELTAS);
    parts.rawSource(topology, "read-consents", FIRST, Topics.CONSENTS);
    parts.rawSource(topology, "read-operator-actions", FIRST, Topics.OPERATOR_ACTIONS);
  }

  private void readWhatDiallersAsk(Topology topology) {
    parts.rawSource(topology, "read-dial-requests", BY_TIME, Topics.DIAL_REQUESTS);
    parts.rawSource(topology, "read-dial-outcomes", BY_TIME, Topics.DIAL_OUTCOMES);
    topology.addProcessor(PRODUCED, settings.intake().produced()::get, "read-opt-outs", "read-registry-deltas",
        "read-consents", "read-operator-actions", "read-dial-requests", "read-dial-outcomes");
  }

  private void readWhatWasSentOn(Topology topology) {
    var byTime = Set.of(parts.name(Topics.DIAL_REQUESTS), parts.name(Topics.DIAL_OUTCOMES));
    parts.rawSource(topology, "read-what-was-sent-on", ProcessingOrder.sentOn(byTime), Topics.GATE_SENT_ON);
    topology.addProcessor(MOVED, settings.intake().moved()::get, "read-what-was-sent-on");
  }

  private void decide(Topology topology) {
    topology.addProcessor(Outlets.GATE, () -> new GateProcessor(settings), PRODUCED, MOVED);
    topology.addStateStore(GateStores.dncEntries(), Outlets.GATE);
    topology.addStateStore(GateStores.wideEntries(), Outlets.GATE);
    topology.addStateStore(GateStores.consents(), Outlets.GATE);
    topology.addStateStore(GateStores.circumstances(), Outlets.GATE);
    topology.addStateStore(GateStores.dialHistory(), Outlets.GATE);
  }

  private void write(Topology topology) {
    parts.avroSink(topology, Voice.DECISIONS, Topics.DIAL_DECISIONS, Outlets.GATE);
    parts.avroSink(topology, Voice.ENTRIES, Topics.DNC_ENTRIES, Outlets.GATE);
    parts.avroSink(topology, Voice.RECEIPTS, Topics.LIST_RECEIPTS, Outlets.GATE);
    parts.avroSink(topology, Sinks.GATE.alerts(), Topics.ALERTS, Outlets.GATE, PRODUCED, MOVED);
    parts.avroSink(topology, Outlets.NOTICES, Topics.GATE_NOTICES, Outlets.GATE, PRODUCED, MOVED);
    parts.rawSink(topology, Sinks.GATE.rejected(), Topics.REJECTED_RECORDS, Outlets.GATE, PRODUCED, MOVED);
    parts.rawSink(topology, Outlets.REKEYED, Topics.GATE_SENT_ON, PRODUCED, MOVED);
    multicast(topology, Sinks.GATE, PRODUCED, MOVED);
  }

  /** Policies and registries come on topics of their own, and reach every task on the way that prefixes take. */
  private void spread(Topology topology) {
    parts.rawSource(topology, "read-policies", FIRST, Topics.POLICIES);
    parts.rawSource(topology, "read-registry-status", FIRST, Topics.REGISTRY_STATUS);
    topology.addProcessor(SPREAD, settings.intake().spread()::get, "read-policies", "read-registry-status");
    multicast(topology, Sinks.SPREAD, SPREAD);
    parts.rawSink(topology, Sinks.SPREAD.rejected(), Topics.REJECTED_RECORDS, SPREAD);
    parts.avroSink(topology, Sinks.SPREAD.alerts(), Topics.ALERTS, SPREAD);
  }

  private void multicast(Topology topology, Sinks sinks, String... parents) {
    topology.addSink(sinks.multicast(), parts.name(Topics.GATE_SENT_ON), new ByteArraySerializer(),
        new ByteArraySerializer(), everyPartition(), parents);
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
