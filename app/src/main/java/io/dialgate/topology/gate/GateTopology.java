package io.dialgate.topology.gate;

import static io.dialgate.topology.intake.ProcessingOrder.BY_TIME;
import static io.dialgate.topology.intake.ProcessingOrder.FIRST;

import java.util.Set;

import org.apache.kafka.streams.Topology;

import io.dialgate.topology.TopologyParts;
import io.dialgate.topology.intake.NoticeStage;
import io.dialgate.topology.intake.ProcessingOrder;
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

  /** The store of what stands for each number, for queries. */
  public static final String NUMBERS_STORE = GateStores.DNC_ENTRIES;

  /** The store of what stands for prefixes and hashes, for queries. */
  public static final String WIDE_STORE = GateStores.WIDE_ENTRIES;

  private static final String PRODUCED = "check-and-place";
  private static final String MOVED = "take-in-what-was-sent-on";
  private static final String SPREAD = "check-and-spread";
  private static final String DECIDE = GateSinks.GATE.admitted();

  private final GateSettings settings;
  private final TopologyParts parts;

  public GateTopology(GateSettings settings) {
    this.settings = settings;
    this.parts = new TopologyParts(settings.prefix(), settings.registry());
  }

  /** The whole of it: one sub-topology that decides, one for the notices, and one for what every task has to know. */
  public Topology build() {
    var topology = new Topology();
    readWhatListsSay(topology);
    readWhatDiallersAsk(topology);
    readWhatWasSentOn(topology);
    decide(topology);
    write(topology);
    NoticeStage.add(topology, parts, Topics.GATE_NOTICES);
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
    topology.addProcessor(PRODUCED, settings.intake().produced(GateSinks.GATE)::get, "read-opt-outs",
        "read-registry-deltas",
        "read-consents", "read-operator-actions", "read-dial-requests", "read-dial-outcomes");
  }

  private void readWhatWasSentOn(Topology topology) {
    var byTime = Set.of(parts.name(Topics.DIAL_REQUESTS), parts.name(Topics.DIAL_OUTCOMES));
    parts.rawSource(topology, "read-what-was-sent-on", ProcessingOrder.sentOn(byTime), Topics.GATE_SENT_ON);
    topology.addProcessor(MOVED, settings.intake().moved(GateSinks.GATE)::get, "read-what-was-sent-on");
  }

  private void decide(Topology topology) {
    topology.addProcessor(DECIDE, () -> new GateProcessor(settings), PRODUCED, MOVED);
    topology.addStateStore(GateStores.dncEntries(), DECIDE);
    topology.addStateStore(GateStores.wideEntries(), DECIDE);
    topology.addStateStore(GateStores.consents(), DECIDE);
    topology.addStateStore(GateStores.circumstances(), DECIDE);
    topology.addStateStore(GateStores.dialHistory(), DECIDE);
  }

  private void write(Topology topology) {
    parts.avroSink(topology, Voice.DECISIONS, Topics.DIAL_DECISIONS, DECIDE);
    parts.avroSink(topology, Voice.ENTRIES, Topics.DNC_ENTRIES, DECIDE);
    parts.avroSink(topology, Voice.RECEIPTS, Topics.LIST_RECEIPTS, DECIDE);
    parts.avroSink(topology, GateSinks.GATE.alerts(), Topics.ALERTS, DECIDE, PRODUCED, MOVED);
    parts.avroSink(topology, GateSinks.GATE.notices(), Topics.GATE_NOTICES, DECIDE, PRODUCED, MOVED);
    parts.rawSink(topology, GateSinks.GATE.rejected(), Topics.REJECTED_RECORDS, DECIDE, PRODUCED, MOVED);
    parts.rawSink(topology, GateSinks.GATE.rekeyed(), Topics.GATE_SENT_ON, PRODUCED, MOVED);
    parts.multicastSink(topology, GateSinks.GATE.multicast(), Topics.GATE_SENT_ON, PRODUCED, MOVED);
  }

  /** Policies and registries come on topics of their own, and reach every task on the way that prefixes take. */
  private void spread(Topology topology) {
    parts.rawSource(topology, "read-policies", FIRST, Topics.POLICIES);
    parts.rawSource(topology, "read-registry-status", FIRST, Topics.REGISTRY_STATUS);
    topology.addProcessor(SPREAD, settings.intake().produced(GateSinks.SPREAD)::get, "read-policies",
        "read-registry-status");
    parts.multicastSink(topology, GateSinks.SPREAD.multicast(), Topics.GATE_SENT_ON, SPREAD);
    parts.rawSink(topology, GateSinks.SPREAD.rejected(), Topics.REJECTED_RECORDS, SPREAD);
    parts.avroSink(topology, GateSinks.SPREAD.alerts(), Topics.ALERTS, SPREAD);
  }
}
