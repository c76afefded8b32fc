package io.dialgate.wire.registry;

import java.util.ArrayList;
import java.util.List;

import org.apache.avro.Schema;

/** A registry without a process. */
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
      throw new UnknownSchemaException("expected an id that is registered, but got " + id);
    }
    return schemas.get(id - 1);
  }
}
