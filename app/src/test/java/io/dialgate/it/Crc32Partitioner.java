package io.dialgate.it;

import java.util.Map;
import java.util.zip.CRC32;

import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.jspecify.annotations.Nullable;

/** What librdkafka, and so most clients that are not Java's, do by default: {@code crc32(key) mod n}, unsigned. */
public final class Crc32Partitioner implements Partitioner {

  /** Called by Kafka. */
  public Crc32Partitioner() {}

  static int partition(byte[] key, int partitions) {
    var crc = new CRC32();
    crc.update(key);
    return (int) (crc.getValue() % partitions);
  }

  @Override
  public int partition(String topic, Object key, byte @Nullable [] keyBytes, Object value, byte[] valueBytes,
      Cluster cluster) {
    return keyBytes == null ? 0 : partition(keyBytes, cluster.partitionCountForTopic(topic));
  }

  @Override
  public void configure(Map<String, ?> configs) {}

  @Override
  public void close() {}
}
