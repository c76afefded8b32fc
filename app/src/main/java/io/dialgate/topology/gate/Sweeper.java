package io.dialgate.topology.gate;

import java.time.Duration;
import java.time.Instant;

import org.apache.kafka.streams.state.KeyValueStore;

import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.gate.DialHistory;
import io.dialgate.topology.Rounds;

/**
 * Clears away what has passed: a bounded piece of each store at a time, round and round. Nothing depends on when it comes by:
 * expiry is judged at every decision.
 */
final class Sweeper {

  /** Rows of each store that one sweep looks at. */
  static final int ROWS_A_SWEEP = 100;

  private final Rounds<String, NumberEntries> entries;
  private final Rounds<String, DialHistory> histories;
  private final Duration memory;
  private final Voice voice;

  Sweeper(KeyValueStore<String, NumberEntries> entries, KeyValueStore<String, DialHistory> histories, Duration memory,
      Voice voice) {
    this.entries = new Rounds<>(entries, ROWS_A_SWEEP);
    this.histories = new Rounds<>(histories, ROWS_A_SWEEP);
    this.memory = memory;
    this.voice = voice;
  }

  void sweep(Instant now) {
    entries.next((key, row) -> {
      NumberEntries left = row.swept(now);
      if (!left.equals(row)) {
        entries.store().put(key, left.isEmpty() ? null : left);
        tell(key, row, left, now);
      }
    });
    histories.next((key, row) -> {
      DialHistory left = row.remembered(now, memory);
      if (!left.equals(row)) {
        histories.store().put(key, left.isEmpty() ? null : left);
      }
    });
  }

  /** That a mark is forgotten is nobody's business: it was never told. */
  private void tell(String key, NumberEntries before, NumberEntries after, Instant now) {
    if (!after.listed().equals(before.listed())) {
      voice.tell(key, after, now);
    }
  }
}
