package io.dialgate.wire.registry;

/** The registry answered, and has no Avro schema of this id that can be used. A record that names the id is poison. */
public final class UnknownSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownSchemaException(String message) {
    super(message);
  }
}
