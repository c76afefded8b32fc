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

  /** Whether anybody ever agreed to anything: where nobody did, a request costs no look-up for it. */
  private boolean anyConsent;

  NumberStates(KeyValueStore<String, NumberEntries> entries, KeyValueStore<String, NumberConsents> consents,
      KeyValueStore<String, DialHistory> histories) {
    this.entries = entries;
    this.consents = consents;
    this.histories = histories;
    try (var all = consents.all()) {
      anyConsent = all.hasNext();
    }
  }

  NumberState load(String key) {
    NumberEntries listed = entries.get(key);
    NumberConsents agreed = anyConsent ? consents.get(key) : null;
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
      anyConsent = true;
    }
    if (!after.history().equals(before.history())) {
      histories.put(key, after.history());
    }
  }
}
