package io.dialgate.wire.registry;

import java.util.ArrayList;
import java.util.List;

import org.apache.avro.Schema;

/** A registry without a process, for tests and for topologies that are only described. It checks no compatibility. */
public final class InMemoryRegistry implements SchemaRegistry {

  private final List<Schema> schemas = new ArrayList<>();

  @Override
  public synchronized int register(String subject, Schema schema) {
    int at = schemas.indexOf(schema);
    if (at < 0) {
      schemas.add(schema);
      return schemas.size();
    }
    return at + 1;
  }

  @Override
  public synchronized Schema byId(int id) {
    if (id < 1 || id > schemas.size()) {
      throw new UnknownSchemaException("expected the id of a registered schema, but got %d".formatted(id));
    }
    return schemas.get(id - 1);
  }
}
