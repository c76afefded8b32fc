package io.dialgate.wire.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

import io.dialgate.wire.registry.SchemaRegistry;
import io.dialgate.wire.registry.UnknownSchemaException;

/** Placeholder. */
public final class AvroCodec<T extends SpecificRecord> {
  private final SpecificData model;
  private final Schema schema;
  private final SchemaRegistry registry;
  private final String subject;
  private final DatumWriter<T> writer;
  private final Map<Integer, DatumReader<T>> readers = new HashMap<>();

  @SuppressWarnings("unchecked")
  public AvroCodec(Class<T> type, SchemaRegistry registry, String subject) {
    OwnClasses.trust();
    this.model = SpecificData.getForClass(type);
    this.schema = model.getSchema(type);
    this.registry = registry;
    this.subject = subject;
    this.writer = model.createDatumWriter(schema);
  }

  public byte[] encode(T value) {
    try {
      var out = new ByteArrayOutputStream();
      out.write(0);
      out.write(ByteBuffer.allocate(4).putInt(registry.register(subject, schema)).array());
      var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      writer.write(value, encoder);
      encoder.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  public Decoding<T> decode(byte[] bytes) {
    if (bytes.length < 5 || bytes[0] != 0) {
      return new Decoding.Malformed<>("NOT_WIRE_FORMAT", "no");
    }
    int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
    try {
      DatumReader<T> reader = readers.computeIfAbsent(id, i -> model.createDatumReader(registry.byId(i), schema));
      return new Decoding.Decoded<>(
          reader.read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null)), id);
    } catch (UnknownSchemaException e) {
      return new Decoding.Malformed<>("UNKNOWN_SCHEMA", String.valueOf(e.getMessage()));
    } catch (IOException | AvroRuntimeException e) {
      return new Decoding.Malformed<>("UNREADABLE", String.valueOf(e.getMessage()));
    }
  }
}
