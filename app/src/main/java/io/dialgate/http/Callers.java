package io.dialgate.http;

import java.util.Optional;

import io.dialgate.domain.access.Caller;

/** Knows whose a key is. */
@FunctionalInterface
public interface Callers {

  /**
   * Whose key it is.
   *
   * @param token as it was sent
   * @return empty if there is no such key, or it is good no more
   */
  Optional<Caller> of(String token);
}
