package io.dialgate.wire.avro;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificRecord;

import io.dialgate.wire.registry.SchemaRegistry;
import io.dialgate.wire.registry.UnknownSchemaException;

/**
 * A reader for each id of a writer's schema, the most recent ones. For one thread.
 *
 * @param <T> the record's class
 */
final class Readers<T extends SpecificRecord> {

  /** How many ids are remembered, usable or not. */
  static final int MAX_READERS = 256;

  /** What an id turned out to be. */
  sealed interface Reader<T> {
    record Usable<T>(DatumReader<T> datum) implements Reader<T> {}

    record Unusable<T>(Decoding<T> why) implements Reader<T> {}
  }

  private final ContractModel model;
  private final SchemaRegistry registry;
  private final Map<Integer, Reader<T>> byId = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Reader<T>> eldest) {
      return size() > MAX_READERS;
    }
  };

  Readers(ContractModel model, SchemaRegistry registry) {
    this.model = model;
    this.registry = registry;
  }

  /**
   * The reader for an id. That an id is unknown is not remembered here: it may be registered the next moment, and how long to
   * believe it is the registry's matter.
   *
   * @throws io.dialgate.wire.registry.RegistryUnreachableException if the registry gives no answer
   */
  Reader<T> get(int id) {
    Reader<T> known = byId.get(id);
    if (known != null) {
      return known;
    }
    Schema written;
    try {
      written = registry.byId(id);
    } catch (UnknownSchemaException e) {
      return new Reader.Unusable<>(Fault.UNKNOWN_SCHEMA.because(String.valueOf(e.getMessage())));
    }
    Reader<T> made = make(id, written);
    byId.put(id, made);
    return made;
  }

  // Avro has no common type for what it throws at a schema that cannot be resolved.
  private Reader<T> make(int id, Schema written) {
    String expected = model.schema().getFullName();
    if (!expected.equals(written.getFullName())) {
      return unusable("expected a record of %s, but schema %d is %s; send each record to its own topic"
          .formatted(expected, id, written.getFullName()));
    }
    try {
      Shape.of(written);
      return new Reader.Usable<>(model.reader(written));
    } catch (RuntimeException e) {
      return unusable("expected schema %d to be readable as %s, but: %s".formatted(id, expected, e.getMessage()));
    }
  }

  private Reader<T> unusable(String message) {
    return new Reader.Unusable<>(Fault.UNREADABLE.because(message));
  }
}
