package io.dialgate.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Walks a store piece by piece, and starts again at its end.
 *
 * @param <K> its keys
 * @param <V> its values
 */
public final class Rounds<K, V> {

  private final KeyValueStore<K, V> store;
  private final int rows;
  private @Nullable K last;

  /**
   * Rounds that begin at the store's first row.
   *
   * @param rows of one piece
   */
  public Rounds(KeyValueStore<K, V> store, int rows) {
    this.store = store;
    this.rows = rows;
  }

  public KeyValueStore<K, V> store() {
    return store;
  }

  /** Looks at the next piece; the visitor may change the store. */
  public void next(BiConsumer<K, V> visit) {
    List<KeyValue<K, V>> piece = piece();
    last = piece.size() < rows ? null : piece.getLast().key;
    piece.forEach(row -> visit.accept(row.key, row.value));
  }

  private List<KeyValue<K, V>> piece() {
    var piece = new ArrayList<KeyValue<K, V>>();
    try (var all = last == null ? store.all() : store.range(last, null)) {
      while (all.hasNext() && piece.size() < rows) {
        piece.add(all.next());
      }
    }
    return piece;
  }
}
