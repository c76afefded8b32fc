package io.dialgate.bridge.oauth;

/**
 * What proves who calls. Prints without the secret.
 *
 * @param id of the client or the key; empty where there is none
 * @param secret shared with the destination
 */
public record Credentials(String id, String secret) {

  @Override
  public String toString() {
    return "Credentials[" + id + "]";
  }
}
