package io.dialgate.wire.avro;

import java.io.EOFException;
import java.io.IOException;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.dialgate.wire.registry.SchemaRegistry;

/**
 * Records of one class to bytes in the Confluent wire format, and back.
 *
 * <p>Not thread-safe: it reuses its buffers and remembers a reader for each schema id, so that a record costs its own bytes and
 * objects and nothing more. One codec belongs to one thread at a time; {@link AvroSerializer} and {@link AvroDeserializer} may
 * be shared.
 *
 * @param <T> the generated class
 */
public final class AvroCodec<T extends SpecificRecord> {

  private static final byte[] NO_BYTES = {};

  private final ContractModel model;
  private final SchemaRegistry registry;
  private final String subject;
  private final DatumWriter<T> writer;
  private final Readers<T> readers;
  private final RecordBuffer buffer = new RecordBuffer();
  private BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(NO_BYTES, null);
  private byte @Nullable [] header;

  /**
   * A codec that asks the registry for nothing yet.
   *
   * @param type the generated class that is written, and that is read into whatever version was written
   * @param registry of the schemas
   * @param subject under which the class's schema is registered, when the first record is encoded
   */
  public AvroCodec(Class<T> type, SchemaRegistry registry, String subject) {
    this.model = ContractModel.of(type);
    this.registry = registry;
    this.subject = subject;
    this.writer = model.writer();
    this.readers = new Readers<>(model, registry);
  }

  /**
   * The record as bytes.
   *
   * @throws io.dialgate.wire.registry.RegistryUnreachableException if the id is not known yet and the registry gives no answer
   * @throws io.dialgate.wire.registry.IncompatibleSchemaException if the registry refuses the class's schema
   * @throws RuntimeException if the record lacks a field that must be there (Avro's exceptions, and NullPointerException)
   */
  public byte[] encode(T value) {
    byte[] before = header;
    if (before == null) {
      before = WireFormat.header(registry.register(subject, model.schema()));
      header = before;
    }
    return buffer.write(before, writer, value);
  }

  /**
   * What the bytes are. Takes memory in proportion to the bytes, whatever lengths they claim.
   *
   * @throws io.dialgate.wire.registry.RegistryUnreachableException if the schema is not known yet and the registry gives no
   *         answer; nothing else is ever thrown for what the bytes say
   */
  public Decoding<T> decode(byte[] bytes) {
    if (!WireFormat.isWhole(bytes)) {
      return WireFormat.fault(bytes);
    }
    int id = WireFormat.schemaId(bytes);
    return switch (readers.get(id)) {
      case Readers.Reader.Usable<T>(DatumReader<T> reader) -> read(reader, bytes, id);
      case Readers.Reader.Unusable<T>(Decoding<T> why) -> why;
    };
  }

  // Avro throws what comes: its own exceptions, ClassCastException, ArithmeticException, NumberFormatException.
  private Decoding<T> read(DatumReader<T> reader, byte[] bytes, int id) {
    try {
      decoder = DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER_BYTES,
          bytes.length - WireFormat.HEADER_BYTES,
          decoder);
      T value = reader.read(null, decoder);
      return decoder.isEnd()
          ? new Decoding.Decoded<>(value, id)
          : Fault.TRAILING_BYTES
              .because("expected the bytes to end with the record, but some follow it; name the schema that wrote it");
    } catch (EOFException e) {
      return Fault.TRUNCATED.because(
          "expected a whole record of schema %d, but its %d bytes end too early; send whole records".formatted(id,
              bytes.length));
    } catch (IOException | RuntimeException e) {
      return Fault.UNREADABLE.because("expected bytes that follow schema %d, but: %s".formatted(id, e.getMessage()));
    }
  }
}
