package io.dialgate.wire.avro;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

import io.dialgate.wire.avro.AvroDeserializer.RecordReader;
import io.dialgate.wire.registry.SchemaRegistry;
import io.dialgate.wire.registry.UnknownSchemaException;

/**
 * Reads each record into the generated class that has the full name of its schema. Classes that are not generated records are
 * never initialised, whatever a schema is called. For one thread.
 */
final class NamedClasses<T extends SpecificRecord> implements RecordReader<T> {

  private final SchemaRegistry registry;
  private final Map<Class<?>, AvroCodec<T>> codecs = new HashMap<>();
  private final Map<Integer, RecordReader<T>> byId = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, RecordReader<T>> eldest) {
      return size() > Readers.MAX_READERS;
    }
  };

  NamedClasses(SchemaRegistry registry) {
    this.registry = registry;
  }

  @Override
  public Decoding<T> read(byte[] bytes) {
    if (!WireFormat.isWhole(bytes)) {
      return WireFormat.fault(bytes);
    }
    int id = WireFormat.schemaId(bytes);
    RecordReader<T> reader = byId.get(id);
    if (reader == null) {
      try {
        reader = find(registry.byId(id));
      } catch (UnknownSchemaException e) {
        return Fault.UNKNOWN_SCHEMA.because(String.valueOf(e.getMessage()));
      }
      byId.put(id, reader);
    }
    return reader.read(bytes);
  }

  @SuppressWarnings("unchecked")
  private RecordReader<T> find(Schema written) {
    String name = written.getType() == Schema.Type.RECORD ? SpecificData.getClassName(written) : written.getFullName();
    try {
      Class<?> type = Class.forName(name, false, NamedClasses.class.getClassLoader());
      if (SpecificRecord.class.isAssignableFrom(type)) {
        return codecs.computeIfAbsent(type, found -> new AvroCodec<>((Class<T>) found, registry, ""))::decode;
      }
    } catch (ClassNotFoundException | LinkageError e) {
      // Said below: the class path has no such record.
    }
    Decoding<T> missing = Fault.UNREADABLE.because(
        "expected a generated record on the class path, but there is no %s; add the jar of its schema".formatted(name));
    return bytes -> missing;
  }
}
