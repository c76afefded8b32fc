package io.dialgate.wire.registry;

import org.apache.avro.Schema;

/** The registry of schemas. */
public interface SchemaRegistry {

  /** Registers a schema, or finds it registered. */
  int register(String subject, Schema schema);

  /** The schema of an id. */
  Schema byId(int id);
}
