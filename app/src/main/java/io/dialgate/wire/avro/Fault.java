package io.dialgate.wire.avro;

/** The codes of {@link Decoding.Malformed}. */
enum Fault {
  TRUNCATED, NOT_WIRE_FORMAT, UNKNOWN_SCHEMA, UNREADABLE, TRAILING_BYTES;

  <T> Decoding<T> because(String message) {
    return new Decoding.Malformed<>(name(), message);
  }
}
