package io.dialgate.topology.risk;

import java.util.Map;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import io.dialgate.wire.Topics;
import io.dialgate.wire.state.GateStateSerdes;
import io.dialgate.wire.state.Standing;

/** The stores of a risk task. Record caching is off: what is written is told at once. */
final class RiskStores {

  /** What was counted of each customer, page by page. */
  static final String VELOCITY_PAGES = "velocity-pages";
  /** Each customer's tier. */
  static final String CUSTOMER_TIERS = "customer-tiers";
  /** What was answered to each transaction. */
  static final String ANSWERS = "answers";
  /** Assessments that wait for the external scorer, in the order in which they were made. */
  static final String HELD = "held-assessments";
  /** Models, and which are in force and in shadow; every task has all of them. */
  static final String MODELS = "models";

  private RiskStores() {}

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> velocityPages() {
    return persistent(VELOCITY_PAGES, Serdes.Bytes(), Serdes.ByteArray());
  }

  static StoreBuilder<KeyValueStore<String, String>> customerTiers() {
    return persistent(CUSTOMER_TIERS, Serdes.String(), Serdes.String());
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> answers() {
    return persistent(ANSWERS, Serdes.Bytes(), Serdes.ByteArray());
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> held() {
    return persistent(HELD, Serdes.Bytes(), Serdes.ByteArray());
  }

  /** A document is a row, and so a record of its changelog, which has to take it. */
  static StoreBuilder<KeyValueStore<String, Standing>> models() {
    return persistent(MODELS, Serdes.String(), GateStateSerdes.standing())
        .withLoggingEnabled(Map.of("max.message.bytes", Integer.toString(Topics.MAX_COPY_BYTES)));
  }

  private static <K, V> StoreBuilder<KeyValueStore<K, V>> persistent(String name, Serde<K> keys, Serde<V> values) {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values).withCachingDisabled();
  }
}
