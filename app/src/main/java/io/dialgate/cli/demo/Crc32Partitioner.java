package io.dialgate.cli.demo;

import java.util.Map;
import java.util.zip.CRC32;

import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;

/** Partitions as librdkafka's clients do by default ({@code consistent_random}): CRC32 of the key. */
public final class Crc32Partitioner implements Partitioner {

  /** Made by the producer. */
  public Crc32Partitioner() {}

  @Override
  public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
    var crc = new CRC32();
    crc.update(keyBytes);
    return (int) (crc.getValue() % cluster.partitionCountForTopic(topic));
  }

  @Override
  public void configure(Map<String, ?> configs) {
    // Nothing to set.
  }

  @Override
  public void close() {
    // Nothing to close.
  }
}
