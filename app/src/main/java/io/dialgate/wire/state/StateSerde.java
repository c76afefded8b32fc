package io.dialgate.wire.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import io.dialgate.wire.avro.ContractModel;

/**
 * A domain value as one format byte and an Avro record.
 *
 * <p>For one thread, as a task's stores are: it reuses its buffers.
 *
 * @param <D> the domain value
 * @param <R> the Avro record
 */
final class StateSerde<D, R extends SpecificRecord> implements Serde<D> {

  private static final int INITIAL_BYTES = 512;

  private final byte format;
  private final Function<D, R> toRecord;
  private final Function<R, D> toValue;
  private final DatumWriter<R> writer;
  private final DatumReader<R> reader;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(INITIAL_BYTES);
  private @Nullable BinaryEncoder encoder;
  private @Nullable BinaryDecoder decoder;

  StateSerde(byte format, Class<R> record, Function<D, R> toRecord, Function<R, D> toValue) {
    this.format = format;
    this.toRecord = toRecord;
    this.toValue = toValue;
    ContractModel model = ContractModel.of(record);
    this.writer = model.writer();
    this.reader = model.reader(model.schema());
  }

  @Override
  public Serializer<D> serializer() {
    return (topic, value) -> value == null ? null : write(value);
  }

  @Override
  public Deserializer<D> deserializer() {
    return (topic, bytes) -> bytes == null ? null : read(bytes);
  }

  private byte[] write(D value) {
    try {
      buffer.reset();
      buffer.write(format);
      BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
      encoder = out;
      writer.write(toRecord.apply(value), out);
      out.flush();
      return buffer.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write to memory, but failed", e);
    }
  }

  private D read(byte[] bytes) {
    if (bytes[0] != format) {
      throw new IllegalStateException(
          "expected a store of format %d, but got format %d; start with the version that wrote it, or reset the application"
              .formatted(format, bytes[0]));
    }
    try {
      BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, decoder);
      decoder = in;
      return toValue.apply(reader.read(null, in));
    } catch (IOException e) {
      throw new UncheckedIOException("expected a record of the gate's own store, but it cannot be read", e);
    }
  }
}
