package io.dialgate.wire.avro;

/** What bytes turned out to be. */
public sealed interface Decoding<T> {
  /** A record. */
  record Decoded<T>(T value, int schemaId) implements Decoding<T> {}

  /** No record. */
  record Malformed<T>(String code, String message) implements Decoding<T> {}
}
