package io.dialgate.topology.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.gate.DialHistory;

/**
 * Clears away what has passed: a bounded piece of each store at a time, round and round. Nothing depends on when it comes by:
 * expiry is judged at every decision.
 */
final class Sweeper {

  /** Rows of each store that one sweep looks at. */
  static final int ROWS_A_SWEEP = 100;

  private final Rounds<NumberEntries> entries;
  private final Rounds<DialHistory> histories;
  private final Duration memory;
  private final Voice voice;

  Sweeper(KeyValueStore<String, NumberEntries> entries, KeyValueStore<String, DialHistory> histories, Duration memory,
      Voice voice) {
    this.entries = new Rounds<>(entries);
    this.histories = new Rounds<>(histories);
    this.memory = memory;
    this.voice = voice;
  }

  void sweep(Instant now) {
    entries.next((key, row) -> {
      NumberEntries left = row.swept(now);
      if (!left.equals(row)) {
        entries.store.put(key, left.isEmpty() ? null : left);
        tell(key, row, left, now);
      }
    });
    histories.next((key, row) -> {
      DialHistory left = row.remembered(now, memory);
      if (!left.equals(row)) {
        histories.store.put(key, left.isEmpty() ? null : left);
      }
    });
  }

  /** That a mark is forgotten is nobody's business: it was never told. */
  private void tell(String key, NumberEntries before, NumberEntries after, Instant now) {
    if (!after.listed().equals(before.listed())) {
      voice.tell(key, after, now);
    }
  }

  /** Walks a store piece by piece, and starts again at its end. */
  private static final class Rounds<V> {

    private final KeyValueStore<String, V> store;
    private @Nullable String last;

    Rounds(KeyValueStore<String, V> store) {
      this.store = store;
    }

    void next(BiConsumer<String, V> visit) {
      List<KeyValue<String, V>> piece = piece();
      last = piece.size() < ROWS_A_SWEEP ? null : piece.getLast().key;
      piece.forEach(row -> visit.accept(row.key, row.value));
    }

    private List<KeyValue<String, V>> piece() {
      var piece = new ArrayList<KeyValue<String, V>>();
      try (var rows = last == null ? store.all() : store.range(last, null)) {
        while (rows.hasNext() && piece.size() < ROWS_A_SWEEP) {
          piece.add(rows.next());
        }
      }
      return piece;
    }
  }
}
