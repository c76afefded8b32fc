package io.dialgate.topology.gate;

import org.apache.kafka.streams.state.KeyValueStore;

import io.dialgate.domain.consent.NumberConsents;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.gate.DialHistory;
import io.dialgate.domain.gate.NumberState;

/** The state of each number, in the stores that hold it. */
final class NumberStates {

  private final KeyValueStore<String, NumberEntries> entries;
  private final KeyValueStore<String, NumberConsents> consents;
  private final KeyValueStore<String, DialHistory> histories;

  NumberStates(KeyValueStore<String, NumberEntries> entries, KeyValueStore<String, NumberConsents> consents,
      KeyValueStore<String, DialHistory> histories) {
    this.entries = entries;
    this.consents = consents;
    this.histories = histories;
  }

  NumberState load(String key) {
    NumberEntries listed = entries.get(key);
    NumberConsents agreed = consents.get(key);
    DialHistory history = histories.get(key);
    return new NumberState(listed == null ? NumberEntries.NONE : listed, agreed == null ? NumberConsents.NONE : agreed,
        history == null ? DialHistory.NONE : history);
  }

  /** Writes what has changed, and only that. */
  void save(String key, NumberState before, NumberState after) {
    if (!after.entries().equals(before.entries())) {
      entries.put(key, after.entries());
    }
    if (!after.consents().equals(before.consents())) {
      consents.put(key, after.consents());
    }
    if (!after.history().equals(before.history())) {
      histories.put(key, after.history());
    }
  }
}
