package io.dialgate.topology.intake;

import java.time.Instant;
import java.util.Optional;

import io.dialgate.schemas.Alert;

/**
 * What an application takes in, and how it speaks of it. Safe for several threads.
 *
 * @param <A> what its records say
 */
public interface Inputs<A> {

  /** A reader of the values of its topics. */
  Reader<A> reader();

  /** Where the record of this arrival belongs. */
  Placement place(A arrival, String key, int partition, int partitions);

  /** The part of a scattered arrival that belongs to this partition; it may be empty. */
  default A share(A arrival, int partition, int partitions) {
    throw new IllegalArgumentException("expected an arrival that can lie on several partitions, but got " + arrival);
  }

  /** Who wrote it, as far as the record says: the name under which a mis-partitioned producer is reported. */
  String source(A arrival);

  /** The most bytes of key and value that a record of this topic may have. */
  int maxBytes(String topic);

  /** What every key has to be, in words. */
  String keyedBy();

  /** What a person is told of a producer whose records lie where they do not belong. */
  Alert misplaced(String source, RawRecord raw, Placement.Elsewhere place, Instant now);

  /** What a person is told when this record is rejected; nothing: {@code rejected-records} is enough. */
  Optional<Alert> alarm(RawRecord raw, String why, Instant now);

  /** What a record of this topic says that has no value; nothing: it has to have one. */
  default Optional<A> deleted(String topic, String key) {
    return Optional.empty();
  }

  /**
   * Reads values. For one thread.
   *
   * @param <A> what they say
   */
  @FunctionalInterface
  interface Reader<A> {

    /**
     * What a value of this topic says.
     *
     * @throws io.dialgate.wire.record.RefusedRecord if it cannot be read, or not taken at that moment
     */
    A read(String topic, byte[] value, Instant now);
  }
}
