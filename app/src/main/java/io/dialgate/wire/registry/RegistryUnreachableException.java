package io.dialgate.wire.registry;

import org.jspecify.annotations.Nullable;

/**
 * The registry gave no answer that means anything. It says nothing about the record or the schema in question: the caller
 * waits and asks again, and calls nothing poison.
 */
public final class RegistryUnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RegistryUnreachableException(String message) {
    super(message);
  }

  public RegistryUnreachableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
