package io.dialgate.topology.intake;

import java.time.Duration;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

import io.dialgate.schemas.Alert;
import io.dialgate.topology.TopologyParts;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/** What is not to be told too often: a sub-topology of its own, whose task of a source sees the notices of all tasks. */
public final class NoticeStage {

  /** How often at most a stale registry is reported. */
  public static final Duration STALE_EVERY = Duration.ofDays(1);

  /** The store of when each source was last reported. */
  static final String TIMES = "notice-times";

  private static final String LIMIT = "limit-notices";

  private NoticeStage() {}

  /** Reads notices from a topic that is private to an application, and lets some of them through to {@code alerts}. */
  public static void add(Topology topology, TopologyParts parts, Topic<Alert> notices) {
    topology.addSource("read-notices", new StringDeserializer(), parts.avroDeserializer(Alert.class),
        parts.name(notices));
    topology.addProcessor(LIMIT, NoticeProcessor::new, "read-notices");
    topology.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TIMES), Serdes.String(),
        Serdes.Long()).withCachingDisabled(), LIMIT);
    parts.avroSink(topology, "write-notices", Topics.ALERTS, LIMIT);
  }
}
