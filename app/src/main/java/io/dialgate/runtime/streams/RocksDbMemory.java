package io.dialgate.runtime.streams;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all stores of a process share: blocks that were read, and what was written and is not yet on disk. Without
 * it each store takes its own, and there are several a partition.
 */
public final class RocksDbMemory implements AutoCloseable {

  /** Read blocks, indexes and filters of all stores, and what the write buffers take of it, in bytes. */
  private static final long CACHE_BYTES = 128L << 20;

  /** The part of it that writes may take before they are flushed, in bytes. */
  private static final long WRITE_BYTES = 64L << 20;

  private final Cache cache;
  private final WriteBufferManager writeBuffers;

  public RocksDbMemory() {
    RocksDB.loadLibrary();
    cache = new LRUCache(CACHE_BYTES);
    writeBuffers = new WriteBufferManager(WRITE_BYTES, cache);
  }

  Cache cache() {
    return cache;
  }

  WriteBufferManager writeBuffers() {
    return writeBuffers;
  }

  /** When every store is closed. */
  @Override
  public void close() {
    writeBuffers.close();
    cache.close();
  }
}
