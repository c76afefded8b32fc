package io.dialgate.wire.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * What an audit entry's bytes say by themselves: its first fields, which every version of the schema begins with, and a test
 * holds to it. So whoever has the bytes needs no registry, today and in ten years.
 *
 * <pre>
 * 0 || schema id, 4 bytes || index, long || log, string || time, long || type, string || subject, string
 *   || partition, int || offset, long || event, bytes || what later versions add        (Avro's binary encoding)
 * </pre>
 *
 * @param index its place in the log
 * @param log the log's origin
 * @param time when it was written, by the log's own clock
 * @param type the kind of fact: the short name of its topic
 * @param subject the key that the fact had
 * @param partition of that topic
 * @param offset the fact's there
 * @param event the fact's value, schema id included; empty if the entry has only its hash
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are handed on, never compared.
public record EntryEnvelope(long index, String log, Instant time, String type, String subject, int partition,
    long offset,
    byte[] event) {

  private static final int HEADER_BYTES = 5;

  /** Reads an entry's bytes; empty if they are none. */
  public static Optional<EntryEnvelope> read(byte[] entry) {
    if (entry.length < HEADER_BYTES || entry[0] != 0) {
      return Optional.empty();
    }
    BinaryDecoder in = DecoderFactory.get().binaryDecoder(entry, HEADER_BYTES, entry.length - HEADER_BYTES, null);
    try {
      return Optional
          .of(new EntryEnvelope(in.readLong(), in.readString(), Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS),
              in.readString(), in.readString(), in.readInt(), in.readLong(), bytes(in.readBytes(null))));
    } catch (IOException | AvroRuntimeException | ArithmeticException | IndexOutOfBoundsException
        | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
