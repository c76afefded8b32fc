package io.dialgate.wire.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A value as one format byte and its form.
 *
 * <p>Safe for several threads: Kafka Streams gives the serde of a store to all its tasks, whichever thread they run on. Each
 * thread has buffers of its own, which it uses again.
 *
 * @param <D> the value
 */
final class StateSerde<D> implements Serde<D> {

  private static final int INITIAL_BYTES = 512;

  private final byte oldest;
  private final byte format;
  private final Form<D> form;
  private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

  /**
   * A serde.
   *
   * @param oldest the first format that the form can still read
   * @param format the one that it writes
   */
  StateSerde(byte oldest, byte format, Form<D> form) {
    this.oldest = oldest;
    this.format = format;
    this.form = form;
  }

  @Override
  public Serializer<D> serializer() {
    return (topic, value) -> value == null ? null : write(value, buffers.get());
  }

  @Override
  public Deserializer<D> deserializer() {
    return (topic, bytes) -> bytes == null ? null : read(bytes, buffers.get());
  }

  private byte[] write(D value, Buffers own) {
    try {
      own.bytes.reset();
      own.bytes.write(format);
      BinaryEncoder out = EncoderFactory.get().binaryEncoder(own.bytes, own.encoder);
      own.encoder = out;
      form.write(value, out);
      out.flush();
      return own.bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write to memory, but failed", e);
    }
  }

  private D read(byte[] bytes, Buffers own) {
    if (bytes[0] < oldest || bytes[0] > format) {
      throw new IllegalStateException(
          "expected a store of format %d to %d, but got format %d; start with the version that wrote it, or reset the application"
              .formatted(oldest, format, bytes[0]));
    }
    try {
      BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, own.decoder);
      own.decoder = in;
      return form.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("expected a value of the gate's own store, but it cannot be read", e);
    }
  }

  /** What one thread uses again. */
  private static final class Buffers {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_BYTES);
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;
  }
}
