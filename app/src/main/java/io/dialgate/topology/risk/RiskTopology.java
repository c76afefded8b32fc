package io.dialgate.topology.risk;

import static io.dialgate.topology.intake.ProcessingOrder.BY_TIME;
import static io.dialgate.topology.intake.ProcessingOrder.FIRST;

import java.util.Set;

import org.apache.kafka.streams.Topology;

import io.dialgate.topology.TopologyParts;
import io.dialgate.topology.intake.NoticeStage;
import io.dialgate.topology.intake.ProcessingOrder;
import io.dialgate.wire.Topics;

/**
 * The risk topology, from top to bottom.
 *
 * <pre>
 *   customer profiles ┐                 ┌ Data Action transactions
 *                     └ check-and-place ┘
 *   wrong key or partition │      │ right place
 *         rekeyed ◀────────┤      └────▶ score-and-remember ─▶ assessments · those in shadow · receipts · alerts
 *              ▲           │                    └─▶ scorer requests ─▶ (HTTP, outside) ─▶ scorer answers ─▶ check-and-place
 *              │           └─ cannot be taken: rejected
 *   models ────┘ check-and-spread
 * </pre>
 */
public final class RiskTopology {

  private static final String PRODUCED = "check-and-place";
  private static final String MOVED = "take-in-what-was-sent-on";
  private static final String SPREAD = "check-and-spread";
  private static final String SCORE = RiskSinks.TASK.admitted();

  private final RiskSettings settings;
  private final TopologyParts parts;

  public RiskTopology(RiskSettings settings) {
    this.settings = settings;
    this.parts = new TopologyParts(settings.prefix(), settings.registry());
  }

  /** The whole of it: one sub-topology that scores, one for the notices, and one for what every task has to know. */
  public Topology build() {
    var topology = new Topology();
    readWhatCustomersDo(topology);
    readWhatWasSentOn(topology);
    score(topology);
    write(topology);
    NoticeStage.add(topology, parts, Topics.RISK_NOTICES);
    spread(topology);
    return topology;
  }

  /** A profile comes before the transactions that were sent after it. */
  private void readWhatCustomersDo(Topology topology) {
    parts.rawSource(topology, "read-customer-profiles", FIRST, Topics.CUSTOMER_PROFILES);
    parts.rawSource(topology, "read-transactions", BY_TIME, Topics.DATA_ACTION_TRANSACTIONS);
    parts.rawSource(topology, "read-scorer-answers", FIRST, Topics.RISK_SCORER_ANSWERS);
    topology.addProcessor(PRODUCED, settings.intake().produced(RiskSinks.TASK)::get, "read-customer-profiles",
        "read-transactions", "read-scorer-answers");
  }

  private void readWhatWasSentOn(Topology topology) {
    var byTime = Set.of(parts.name(Topics.DATA_ACTION_TRANSACTIONS));
    parts.rawSource(topology, "read-what-was-sent-on", ProcessingOrder.sentOn(byTime), Topics.RISK_SENT_ON);
    topology.addProcessor(MOVED, settings.intake().moved(RiskSinks.TASK)::get, "read-what-was-sent-on");
  }

  private void score(Topology topology) {
    topology.addProcessor(SCORE, () -> new RiskProcessor(settings), PRODUCED, MOVED);
    topology.addStateStore(RiskStores.velocityPages(), SCORE);
    topology.addStateStore(RiskStores.customerTiers(), SCORE);
    topology.addStateStore(RiskStores.answers(), SCORE);
    topology.addStateStore(RiskStores.held(), SCORE);
    topology.addStateStore(RiskStores.models(), SCORE);
  }

  private void write(Topology topology) {
    parts.rawSink(topology, RiskSinks.ASSESSMENTS, Topics.RISK_ASSESSMENTS, SCORE);
    parts.rawSink(topology, RiskSinks.SHADOW, Topics.RISK_ASSESSMENTS_SHADOW, SCORE);
    parts.avroSink(topology, RiskSinks.SCORER_REQUESTS, Topics.RISK_SCORER_REQUESTS, SCORE);
    parts.avroSink(topology, RiskSinks.RECEIPTS, Topics.LIST_RECEIPTS, SCORE);
    parts.avroSink(topology, RiskSinks.TASK.alerts(), Topics.ALERTS, SCORE, PRODUCED, MOVED);
    parts.avroSink(topology, RiskSinks.TASK.notices(), Topics.RISK_NOTICES, PRODUCED, MOVED);
    parts.rawSink(topology, RiskSinks.TASK.rejected(), Topics.REJECTED_RECORDS, SCORE, PRODUCED, MOVED);
    parts.rawSink(topology, RiskSinks.TASK.rekeyed(), Topics.RISK_SENT_ON, PRODUCED, MOVED);
  }

  private void spread(Topology topology) {
    parts.rawSource(topology, "read-risk-models", FIRST, Topics.RISK_MODELS);
    topology.addProcessor(SPREAD, settings.intake().produced(RiskSinks.SPREAD)::get, "read-risk-models");
    parts.multicastSink(topology, RiskSinks.SPREAD.multicast(), Topics.RISK_SENT_ON, SPREAD);
    parts.rawSink(topology, RiskSinks.SPREAD.rejected(), Topics.REJECTED_RECORDS, SPREAD);
    parts.avroSink(topology, RiskSinks.SPREAD.alerts(), Topics.ALERTS, SPREAD);
  }
}
