package io.dialgate.wire.avro;

/**
 * What bytes turned out to be.
 *
 * @param <T> the record's class
 */
public sealed interface Decoding<T> {

  /**
   * A record.
   *
   * @param schemaId the id of the schema that it was written with
   */
  record Decoded<T>(T value, int schemaId) implements Decoding<T> {}

  /**
   * No record, and never one: reading the bytes again would end in the same way.
   *
   * @param code TRUNCATED (the bytes end within the record), NOT_WIRE_FORMAT (the first byte is not zero), UNKNOWN_SCHEMA
   *        (the registry has no such Avro schema), UNREADABLE (the schema is another record's or cannot be read as this one, or
   *        the bytes do not follow it) or TRAILING_BYTES (the record ends before the bytes do)
   * @param message what was expected and what came, in words; it quotes no field of the record
   */
  record Malformed<T>(String code, String message) implements Decoding<T> {}
}
