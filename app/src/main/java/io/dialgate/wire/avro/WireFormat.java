package io.dialgate.wire.avro;

/** The bytes before the record: a zero byte, then the schema's id in four bytes, big-endian. */
final class WireFormat {

  static final byte MAGIC = 0;
  static final int HEADER_BYTES = 5;

  private WireFormat() {}

  static boolean isWhole(byte[] bytes) {
    return bytes.length >= HEADER_BYTES && bytes[0] == MAGIC;
  }

  /** The schema's id; of bytes whose header is whole. */
  static int schemaId(byte[] bytes) {
    return (bytes[1] & 0xff) << 24 | (bytes[2] & 0xff) << 16 | (bytes[3] & 0xff) << 8 | (bytes[4] & 0xff);
  }

  static byte[] header(int schemaId) {
    return new byte[]{MAGIC, (byte) (schemaId >>> 24), (byte) (schemaId >>> 16), (byte) (schemaId >>> 8),
        (byte) schemaId};
  }

  /** What is wrong with a header that is not whole. */
  static <T> Decoding<T> fault(byte[] bytes) {
    return bytes.length > 0 && bytes[0] != MAGIC
        ? Fault.NOT_WIRE_FORMAT.because(
            "expected Confluent's wire format, which begins with a zero byte, but the first byte is %d; name the producer's Avro serializer"
                .formatted(bytes[0]))
        : Fault.TRUNCATED.because(
            "expected a zero byte and a schema id of four bytes, but got %d bytes; send whole records"
                .formatted(bytes.length));
  }
}
