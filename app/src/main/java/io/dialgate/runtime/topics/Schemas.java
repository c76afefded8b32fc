package io.dialgate.runtime.topics;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificData;

import io.dialgate.wire.Topic;

/** Registers the schema of every topic whose values are Avro. */
public final class Schemas {

  private Schemas() {}

  /**
   * Registers them all.
   *
   * @return subject and id, sorted by subject
   */
  public static Map<String, Integer> register(Collection<Topic<?>> topics, String prefix, SchemaRegistrar registrar) {
    Map<String, Integer> ids = new TreeMap<>();
    for (Topic<?> topic : topics) {
      topic.subject(prefix).ifPresent(
          subject -> ids.put(subject, registrar.register(subject, SpecificData.get().getSchema(topic.value()))));
    }
    return ids;
  }
}
