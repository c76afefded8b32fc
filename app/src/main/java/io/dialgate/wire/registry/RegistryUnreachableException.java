package io.dialgate.wire.registry;

/** The registry gave no answer. */
public final class RegistryUnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RegistryUnreachableException(String message) {
    super(message);
  }
}
