package io.dialgate.wire.registry;

/** The registry answered, and refuses a schema under a subject. Asking again does not help: somebody has to decide. */
public final class IncompatibleSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IncompatibleSchemaException(String message) {
    super(message);
  }
}
