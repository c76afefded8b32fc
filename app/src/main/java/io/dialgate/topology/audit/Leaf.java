package io.dialgate.topology.audit;

import java.util.Optional;
import java.util.Set;

import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * An entry as it is stored: the exact bytes that the log's tree hashes, and the log that they belong to.
 *
 * @param log the partition of the audit topic
 * @param bytes the entry
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are handed on, never compared.
record Leaf(int log, byte[] bytes) {

  /** Writes the bytes as they are. */
  static Serializer<Leaf> serializer() {
    return (topic, leaf) -> leaf.bytes();
  }

  /** An entry lies in the log that numbered it, whatever its key. */
  static StreamPartitioner<String, Leaf> partitioner() {
    return (topic, key, leaf, partitions) -> Optional.of(Set.of(leaf.log()));
  }
}
