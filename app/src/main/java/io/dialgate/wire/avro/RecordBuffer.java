package io.dialgate.wire.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Where a record is put together: the buffer and the encoder are used again for the next one. For one thread. */
final class RecordBuffer {

  private static final int INITIAL_BYTES = 1024;

  /** A buffer that one record made larger than this is given up, in bytes. */
  private static final int KEPT_BYTES = 64 * 1024;

  private ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_BYTES);
  private @Nullable BinaryEncoder encoder;

  <T> byte[] write(byte[] header, DatumWriter<T> writer, T value) {
    // An encoder that a bad value interrupted still holds half a record: taken out first, it is not used again then.
    BinaryEncoder used = encoder;
    encoder = null;
    bytes.reset();
    bytes.writeBytes(header);
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, used);
    try {
      writer.write(value, out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write to memory, but failed", e);
    }
    byte[] record = bytes.toByteArray();
    if (record.length > KEPT_BYTES) {
      bytes = new ByteArrayOutputStream(INITIAL_BYTES);
    } else {
      encoder = out;
    }
    return record;
  }
}
