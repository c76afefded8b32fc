package io.dialgate.wire.registry;

import org.apache.avro.Schema;

/** The registry of schemas. An implementation is thread-safe. */
public interface SchemaRegistry {

  /**
   * Registers a schema, or finds it registered.
   *
   * @param subject under which it is registered, for example {@code dialgate.dial-requests-value}
   * @return its id, more than 0
   * @throws IncompatibleSchemaException if the registry refuses the schema
   * @throws RegistryUnreachableException if there is no answer; asking again later may help
   */
  int register(String subject, Schema schema);

  /**
   * The schema of an id.
   *
   * @throws UnknownSchemaException if the registry says that it has no such Avro schema
   * @throws RegistryUnreachableException if there is no answer; asking again later may help
   */
  Schema byId(int id);
}
