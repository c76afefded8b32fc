package io.dialgate.topology.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.audit.Frontier;
import io.dialgate.topology.audit.CommittedLog.Last;

/** Where a log ends, as its task remembers it: the frontier of its tree, and the hash of the last leaf. */
final class LogEnd {

  private static final String FRONTIER = "frontier";
  private static final String LAST_LEAF = "last-leaf";

  private final KeyValueStore<String, byte[]> store;
  private final Frontier frontier;
  private byte @Nullable [] lastLeaf;

  private LogEnd(KeyValueStore<String, byte[]> store, Frontier frontier, byte @Nullable [] lastLeaf) {
    this.store = store;
    this.frontier = frontier;
    this.lastLeaf = lastLeaf;
  }

  /** As the store has it. */
  static LogEnd restored(KeyValueStore<String, byte[]> store) {
    byte[] frontier = store.get(FRONTIER);
    return new LogEnd(store, frontier == null ? Frontier.empty() : Frontier.decode(frontier), store.get(LAST_LEAF));
  }

  /** The next entry's index. */
  long size() {
    return frontier.size();
  }

  /** Adds a leaf. */
  void append(byte[] leafHash) {
    frontier.append(leafHash);
    lastLeaf = leafHash;
    store.put(FRONTIER, frontier.encode());
    store.put(LAST_LEAF, leafHash);
  }

  /** Whether this is the log that is committed. */
  boolean agreesWith(Optional<Last> committed) {
    return size() == committed.map(last -> last.index() + 1).orElse(0L) && (committed.isEmpty() || lastLeaf == null
        || Arrays.equals(lastLeaf, committed.get().leafHash()));
  }

  /** Whether the log is not yet as far as this: a transaction that was committed may not be visible at once. */
  boolean isAheadOf(Optional<Last> committed) {
    return size() > committed.map(last -> last.index() + 1).orElse(0L);
  }

  /** In words. */
  String text() {
    return text(size(), lastLeaf);
  }

  /** In the same words. */
  static String text(Optional<Last> committed) {
    return text(committed.map(last -> last.index() + 1).orElse(0L), committed.map(Last::leafHash).orElse(null));
  }

  private static String text(long size, byte @Nullable [] leaf) {
    return "%d entries, the last one's leaf hash %s".formatted(size,
        leaf == null ? "unknown" : HexFormat.of().formatHex(leaf));
  }
}
