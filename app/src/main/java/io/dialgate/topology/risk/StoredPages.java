package io.dialgate.topology.risk;

import java.util.Arrays;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.velocity.VelocityPages;

/** Pages in a store of the task. For one thread. */
final class StoredPages implements VelocityPages {

  private static final byte[] NONE = {};

  private final KeyValueStore<Bytes, byte[]> store;

  /** The page that was asked for last: whether a customer is idle, and what it did, are told by the same one. */
  private byte[] lastKey = NONE;
  private byte @Nullable [] lastPage;

  StoredPages(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    if (!Arrays.equals(key, lastKey)) {
      lastPage = store.get(Bytes.wrap(key));
      lastKey = key;
    }
    return lastPage;
  }

  @Override
  public void put(byte[] key, byte[] page) {
    lastKey = NONE;
    store.put(Bytes.wrap(key), page);
  }

  @Override
  public void delete(byte[] key) {
    lastKey = NONE;
    store.delete(Bytes.wrap(key));
  }
}
