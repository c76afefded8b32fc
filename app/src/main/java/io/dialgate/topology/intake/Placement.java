package io.dialgate.topology.intake;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.utils.Utils;

import io.dialgate.wire.record.Arrival;
import io.dialgate.wire.record.DialDecisions;

/**
 * Where a record belongs: with the key and on the partition of its number, by the partitioner of the Java clients.
 *
 * <p>Kafka joins by partition, and a producer that partitions by anything else would make the join miss in silence.
 */
sealed interface Placement {

  /** It lies where it belongs, or anywhere will do. */
  record Here(String key) implements Placement {}

  /** It belongs to this key, on this partition. */
  record Elsewhere(String key, int partition) implements Placement {}

  /** It concerns every task. */
  record Everywhere() implements Placement {}

  /** It concerns no task of the gate. */
  record Nowhere() implements Placement {}

  /** Where the record of this arrival belongs. */
  static Placement of(Arrival arrival, String key, int partition, int partitions) {
    return switch (arrival) {
      case Arrival.Asked(var _, var reading) -> {
        var number = DialDecisions.number(reading);
        yield number == null ? new Here(key) : byNumber(number.e164(), key, partition, partitions);
      }
      case Arrival.Listed(var number, var _, var _) -> byNumber(number.e164(), key, partition, partitions);
      case Arrival.Agreed(var number, var _, var _) -> byNumber(number.e164(), key, partition, partitions);
      case Arrival.Finished(var number, var _, var _) -> byNumber(number.e164(), key, partition, partitions);
      case Arrival.ListedWide _,Arrival.Blocked _,Arrival.Unblocked _,Arrival.Imported _,Arrival.PolicyTold _,Arrival.PolicyActivated _ ->
        new Everywhere();
      case Arrival.NoMatter _ -> new Nowhere();
    };
  }

  /** The partition of a key: {@code murmur2(key) mod n}, as the Java producer has it (KIP-480 leaves keyed records alone). */
  static int partition(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  private static Placement byNumber(String e164, String key, int partition, int partitions) {
    int right = partition(e164, partitions);
    return key.equals(e164) && partition == right ? new Here(e164) : new Elsewhere(e164, right);
  }
}
