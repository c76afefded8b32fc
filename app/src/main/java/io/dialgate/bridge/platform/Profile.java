package io.dialgate.bridge.platform;

import java.util.Map;
import java.util.Optional;

/**
 * The API of a platform.
 *
 * @param name for people, and for metrics
 * @param base the address before every path, without a slash at its end; null if every site has its own
 * @param login how one logs in
 * @param operations what can be told to it, and how
 */
public record Profile(String name, Optional<String> base, Login login, Map<Kind, Operation> operations) {

  public Profile {
    operations = Map.copyOf(operations);
  }
}
