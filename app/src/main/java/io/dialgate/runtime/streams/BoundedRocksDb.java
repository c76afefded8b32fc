package io.dialgate.runtime.streams;

import java.util.Map;
import java.util.Objects;

import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;

/** Opens each store within the shared {@link RocksDbMemory}, compressed, and with a filter before every read from disk. */
public final class BoundedRocksDb implements RocksDBConfigSetter {

  /** The configuration under which the shared memory is handed over. */
  static final String MEMORY = "dialgate.rocksdb.memory";

  private static final int FILTER_BITS_A_KEY = 10;
  private static final long BLOCK_BYTES = 16 << 10;
  private static final long MEMTABLE_BYTES = 8L << 20;

  /** Called by Kafka Streams. */
  public BoundedRocksDb() {}

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    var memory = (RocksDbMemory) Objects.requireNonNull(configs.get(MEMORY));
    // The table configuration that Kafka Streams has made: a new one would drop its own settings.
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(memory.cache());
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinL0FilterAndIndexBlocksInCache(true);
    table.setBlockSize(BLOCK_BYTES);
    table.setFilterPolicy(new BloomFilter(FILTER_BITS_A_KEY));
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(memory.writeBuffers());
    options.setWriteBufferSize(MEMTABLE_BYTES);
    options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    options.setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION);
  }

  @Override
  public void close(String store, Options options) {
    // The cache and the write buffers are shared, and closed with the process.
  }
}
