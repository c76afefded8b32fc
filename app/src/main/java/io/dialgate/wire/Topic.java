package io.dialgate.wire;

import java.util.Map;
import java.util.Optional;

/**
 * One topic, declared once: creation, stages, documents and tests all use this object.
 *
 * @param <V> the Avro class of its values, or {@code byte[]} where the value is no Avro record
 * @param shortName its name without the prefix, for example {@code dial-requests}
 * @param key what its keys mean, in words, for the documents
 * @param value the class of its values
 * @param partitioning how many partitions it gets
 * @param retention how long its records are kept
 * @param settings topic settings beside retention, as Kafka names them
 */
public record Topic<V>(String shortName, String key, Class<V> value, Partitioning partitioning, Retention retention,
    Map<String, String> settings) {

  /** How a topic's partitions are counted. */
  public enum Partitioning {
    /** As many as every other topic whose records share state with it: the setting {@code topics.partitions}. */
    CO_PARTITIONED,
    /** One: it is small, and its order as a whole matters. */
    SINGLE
  }

  /** The subject under which its schema is registered, if its values are Avro. */
  public Optional<String> subject(String prefix) {
    return value == byte[].class ? Optional.empty() : Optional.of(name(prefix) + "-value");
  }

  /** Its name on the broker. */
  public String name(String prefix) {
    return prefix + shortName;
  }

  @Override
  public String toString() {
    return shortName;
  }
}
