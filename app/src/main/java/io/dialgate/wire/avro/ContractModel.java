package io.dialgate.wire.avro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro's model of one generated class. It makes instances of the classes that the generated class's own schema names, and of
 * no other, whatever a writer's schema says; so no trusted package has to be set for the whole JVM, as Avro 1.12 otherwise
 * asks for. Thread-safe once made.
 */
public final class ContractModel extends SpecificData {

  private final Schema schema;
  private final Map<String, Class<?>> classes = new HashMap<>();

  private ContractModel(Class<? extends SpecificRecord> type) {
    super(type.getClassLoader());
    this.schema = SpecificData.get().getSchema(type);
    for (Conversion<?> conversion : SpecificData.getForClass(type).getConversions()) {
      addLogicalTypeConversion(conversion);
    }
    Shape.of(schema);
    name(schema, type.getClassLoader());
  }

  /**
   * The model of a generated class.
   *
   * @throws IllegalArgumentException if a class that its schema names is missing
   */
  public static ContractModel of(Class<? extends SpecificRecord> type) {
    return new ContractModel(type);
  }

  /** The schema that the class was generated from. */
  public Schema schema() {
    return schema;
  }

  /** Writes values of the class; thread-safe. */
  public <T extends SpecificRecord> DatumWriter<T> writer() {
    return new SpecificDatumWriter<>(schema, this);
  }

  /**
   * Reads what was written with a schema; thread-safe.
   *
   * @throws org.apache.avro.AvroRuntimeException if nothing that was written with that schema could be read
   */
  public <T extends SpecificRecord> DatumReader<T> reader(Schema written) {
    try {
      return new FastReaderBuilder(this).createDatumReader(written, schema);
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write a default to memory, but failed", e);
    }
  }

  @Override
  public @Nullable Class<?> getClass(Schema wanted) {
    return switch (wanted.getType()) {
      case RECORD, ENUM, FIXED -> classes.get(wanted.getFullName());
      default -> super.getClass(wanted);
    };
  }

  /**
   * Makes records whose arrays are plain lists. Avro's own array compares itself by the generic model, which throws at a
   * {@code java.time.Instant} within a union; two equal decisions could not be compared.
   */
  @Override
  public InstanceSupplier getNewRecordSupplier(Schema record) {
    InstanceSupplier bare = super.getNewRecordSupplier(record);
    int[] arrays = record.getFields().stream().filter(field -> field.schema().getType() == Schema.Type.ARRAY)
        .mapToInt(Schema.Field::pos).toArray();
    return arrays.length == 0 ? bare : (old, schemaOfRecord) -> {
      var made = (IndexedRecord) bare.newInstance(old, schemaOfRecord);
      for (int array : arrays) {
        made.put(array, new ArrayList<>());
      }
      return made;
    };
  }

  private void name(Schema type, ClassLoader loader) {
    switch (type.getType()) {
      case RECORD -> {
        if (classes.put(type.getFullName(), load(type, loader)) == null) {
          type.getFields().forEach(field -> name(field.schema(), loader));
        }
      }
      case ENUM, FIXED -> classes.put(type.getFullName(), load(type, loader));
      case UNION -> type.getTypes().forEach(branch -> name(branch, loader));
      case ARRAY -> name(type.getElementType(), loader);
      case MAP -> name(type.getValueType(), loader);
      default -> {
        // Java's own types need no name.
      }
    }
  }

  private static Class<?> load(Schema type, ClassLoader loader) {
    try {
      return Class.forName(SpecificData.getClassName(type), false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "expected a generated class for %s, but found none; add its jar".formatted(type.getFullName()), e);
    }
  }
}
