package io.dialgate.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.util.RandomData;

/** Records as they travel: written by one schema, read by another. */
final class Records {

  private static final long SEED = 1;

  private Records() {}

  /** Seeded records. Random bytes may be none at all, which no decimal is: those are made zero. */
  static List<GenericRecord> random(Schema schema, int count) {
    List<GenericRecord> records = new ArrayList<>();
    for (Object datum : new RandomData(schema, count, SEED)) {
      records.add(withDecimals((GenericRecord) datum));
    }
    return records;
  }

  private static GenericRecord withDecimals(GenericRecord record) {
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (value instanceof GenericRecord inner) {
        withDecimals(inner);
      } else if (field.schema().getLogicalType() instanceof LogicalTypes.Decimal
          && !((ByteBuffer) value).hasRemaining()) {
        record.put(field.pos(), ByteBuffer.wrap(BigInteger.ZERO.toByteArray()));
      }
    }
    return record;
  }

  /** The datum as it is left by a reader of the other schema: what that does not know has its default. */
  static Object asKnownTo(Schema other, Schema schema, Object datum) {
    return switch (schema.getType()) {
      case RECORD -> recordAsKnownTo(other, (GenericRecord) datum);
      case ARRAY -> ((Collection<?>) datum).stream()
          .map(each -> asKnownTo(other.getElementType(), schema.getElementType(), each)).toList();
      case UNION -> {
        Schema branch = schema.getTypes().get(GenericData.get().resolveUnion(schema, datum));
        yield other.getTypes().stream().filter(it -> it.getFullName().equals(branch.getFullName())).findFirst()
            .map(it -> datum == null ? datum : asKnownTo(it, branch, datum)).orElse(datum);
      }
      case ENUM -> other.hasEnumSymbol(datum.toString())
          ? datum
          : new GenericData.EnumSymbol(schema, other.getEnumDefault());
      default -> datum;
    };
  }

  private static Object recordAsKnownTo(Schema other, GenericRecord record) {
    var known = new GenericData.Record(record.getSchema());
    for (Schema.Field field : record.getSchema().getFields()) {
      Schema.Field same = other.getField(field.name());
      known.put(field.pos(), same == null
          ? GenericData.get().getDefaultValue(field)
          : asKnownTo(same.schema(), field.schema(), record.get(field.pos())));
    }
    return known;
  }

  static byte[] encode(Schema schema, Object datum) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      new GenericDatumWriter<>(schema).write(datum, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Object decode(Schema writer, Schema reader, byte[] bytes) {
    return read(new GenericDatumReader<>(writer, reader), bytes);
  }

  /** As an application reads it, into the generated class. */
  static Object decodeToClass(Schema writer, Schema reader, byte[] bytes) {
    return read(new SpecificDatumReader<>(writer, reader), bytes);
  }

  private static Object read(GenericDatumReader<Object> reader, byte[] bytes) {
    try {
      return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
