package io.dialgate.topology.intake;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.utils.Utils;

/**
 * Where a record belongs: with the right key and on the partition of that key, by the partitioner of the Java clients.
 *
 * <p>Kafka joins by partition, and a producer that partitions by anything else would make the join miss in silence.
 */
public sealed interface Placement {

  /** It lies where it belongs, or anywhere will do. */
  record Here(String key) implements Placement {}

  /** It belongs to this key, on this partition. */
  record Elsewhere(String key, int partition) implements Placement {}

  /**
   * What it says belongs to several partitions.
   *
   * @param first of what does not belong here
   */
  record Scattered(Elsewhere first) implements Placement {}

  /** It concerns every task. */
  record Everywhere() implements Placement {}

  /** It concerns no task. */
  record Nowhere() implements Placement {}

  /** The partition of a key: {@code murmur2(key) mod n}, as the Java producer has it (KIP-480 leaves keyed records alone). */
  static int partition(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  /** Of a record that belongs to this key, and was found under that one. */
  static Placement under(String right, String key, int partition, int partitions) {
    int place = partition(right, partitions);
    return key.equals(right) && partition == place ? new Here(right) : new Elsewhere(right, place);
  }
}
