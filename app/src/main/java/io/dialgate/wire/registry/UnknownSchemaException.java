package io.dialgate.wire.registry;

/** The registry has no such schema. */
public final class UnknownSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownSchemaException(String message) {
    super(message);
  }
}
