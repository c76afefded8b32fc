package io.dialgate.runtime.topics;

import org.apache.avro.Schema;

/** Makes a schema known under a subject; registering the same schema again changes nothing. */
@FunctionalInterface
public interface SchemaRegistrar {

  /**
   * Registers one schema.
   *
   * @return its id in the registry
   */
  int register(String subject, Schema schema);
}
