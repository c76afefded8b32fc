package io.dialgate.topology.gate;

import java.util.Map;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import io.dialgate.domain.consent.NumberConsents;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.gate.DialHistory;
import io.dialgate.wire.Topics;
import io.dialgate.wire.state.GateStateSerdes;
import io.dialgate.wire.state.Standing;

/** The stores of a gate task. Record caching is off: what is written is seen, and told, at once. */
final class GateStores {

  /** What stands for each number. */
  static final String DNC_ENTRIES = "dnc-entries";
  /** What stands for each prefix and each hash; every task has all of them. */
  static final String WIDE_ENTRIES = "wide-entries";
  /** What the person of each number agreed to. */
  static final String CONSENTS = "consents";
  /** What holds for many numbers at once: registries, blocks, policies; every task has all of it. */
  static final String CIRCUMSTANCES = "circumstances";
  /** What is remembered of the requests for each number. */
  static final String DIAL_HISTORY = "dial-history";

  private GateStores() {}

  static StoreBuilder<KeyValueStore<String, NumberEntries>> dncEntries() {
    return persistent(DNC_ENTRIES, GateStateSerdes.entries());
  }

  static StoreBuilder<KeyValueStore<String, NumberEntries>> wideEntries() {
    return persistent(WIDE_ENTRIES, GateStateSerdes.entries());
  }

  static StoreBuilder<KeyValueStore<String, NumberConsents>> consents() {
    return persistent(CONSENTS, GateStateSerdes.consents());
  }

  /** A policy document is a row, and so a record of its changelog, which has to take it. */
  static StoreBuilder<KeyValueStore<String, Standing>> circumstances() {
    return persistent(CIRCUMSTANCES, GateStateSerdes.standing())
        .withLoggingEnabled(Map.of("max.message.bytes", Integer.toString(Topics.MAX_COPY_BYTES)));
  }

  static StoreBuilder<KeyValueStore<String, DialHistory>> dialHistory() {
    return persistent(DIAL_HISTORY, GateStateSerdes.history());
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> persistent(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withCachingDisabled();
  }
}
