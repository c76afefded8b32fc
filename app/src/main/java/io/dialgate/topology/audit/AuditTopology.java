package io.dialgate.topology.audit;

import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import io.dialgate.topology.TopologyParts;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/**
 * The audit, from top to bottom.
 *
 * <pre>
 *   risk assessments · risk models ·
 *   dial decisions · opt-outs · consents · operator actions · policies · registry status ─▶ append-to-log ─▶ audit
 * </pre>
 *
 * <p>Of a fact that is larger than an entry can be, such as a very long policy, the entry has size and hash.
 * A registry's deltas are not copied one by one: an import is one operator action, with digest and counts.
 */
public final class AuditTopology {

  private static final String APPEND = "append-to-log";

  /** What is copied, by the name of the node that reads it. */
  private static final Map<String, Topic<?>> SOURCES = new TreeMap<>(Map.of("read-dial-decisions",
      Topics.DIAL_DECISIONS, "read-opt-outs", Topics.OPT_OUT_DISPOSITIONS, "read-consents", Topics.CONSENTS,
      "read-operator-actions", Topics.OPERATOR_ACTIONS, "read-policies", Topics.POLICIES, "read-registry-status",
      Topics.REGISTRY_STATUS, "read-risk-assessments", Topics.RISK_ASSESSMENTS, "read-risk-models",
      Topics.RISK_MODELS));

  private final AuditSettings settings;
  private final TopologyParts parts;

  public AuditTopology(AuditSettings settings) {
    this.settings = settings;
    this.parts = new TopologyParts(settings.prefix(), settings.registry());
  }

  /** The whole of it: one sub-topology, one task and one log a partition. */
  public Topology build() {
    var topology = new Topology();
    SOURCES.forEach(
        (node, topic) -> parts.rawSource(topology, node, new WallclockTimestampExtractor(), topic));
    topology.addProcessor(APPEND, () -> new LogProcessor(settings), SOURCES.keySet().toArray(String[]::new));
    topology.addStateStore(frontiers(), APPEND);
    topology.addSink("write-audit", parts.name(Topics.AUDIT), new StringSerializer(), Leaf.serializer(),
        Leaf.partitioner(), APPEND);
    return topology;
  }

  /** One row. Record caching is on: the frontier changes with each entry, and only the last of a transaction is of use. */
  private static StoreBuilder<KeyValueStore<String, byte[]>> frontiers() {
    return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(LogProcessor.FRONTIERS), Serdes.String(),
        Serdes.ByteArray()).withCachingEnabled();
  }
}
