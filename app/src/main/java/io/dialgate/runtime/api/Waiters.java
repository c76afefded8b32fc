package io.dialgate.runtime.api;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits for what, by its id. Several may wait for the same. Safe for several threads.
 *
 * @param <V> what is waited for
 */
final class Waiters<V> {

  private final Map<String, Waited<V>> waited = new ConcurrentHashMap<>();

  private record Waited<V>(CompletableFuture<V> value, int waiters) {}

  /** Begins to wait; everybody who does has to {@link #leave}. */
  CompletableFuture<V> join(String id) {
    return waited.compute(id, (_, before) -> before == null
        ? new Waited<>(new CompletableFuture<>(), 1)
        : new Waited<>(before.value, before.waiters + 1)).value();
  }

  /** Waits no more. */
  void leave(String id) {
    waited.computeIfPresent(id, (_, before) -> before.waiters == 1
        ? null
        : new Waited<>(before.value, before.waiters - 1));
  }

  boolean isWaitedFor(String id) {
    return waited.containsKey(id);
  }

  /** It has come. */
  void arrived(String id, V value) {
    Waited<V> waiting = waited.get(id);
    if (waiting != null) {
      waiting.value.complete(value);
    }
  }
}
