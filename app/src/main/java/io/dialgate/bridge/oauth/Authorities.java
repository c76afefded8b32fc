package io.dialgate.bridge.oauth;

import java.time.InstantSource;
import java.util.Map;

import io.dialgate.bridge.delivery.Authority;
import io.dialgate.bridge.delivery.Exchange;
import io.dialgate.bridge.platform.Login;

/** The way to log in that a profile names. */
public final class Authorities {

  private Authorities() {}

  /**
   * One for a destination.
   *
   * @param tokenUrl where tokens are had; without effect where there are none
   */
  public static Authority of(Login login, String tokenUrl, Credentials credentials, Exchange exchange,
      InstantSource clock) {
    return switch (login) {
      case Login.None() -> new Nobody();
      case Login.Signature() -> new Signer(credentials, clock);
      case Login.ClientCredentials oauth -> new Tokens(TokenRequests.clientCredentials(tokenUrl, oauth, credentials),
          exchange, clock);
      case Login.AccessKey _ -> new Tokens(TokenRequests.accessKey(tokenUrl, credentials), exchange, clock);
    };
  }

  private static final class Nobody implements Authority {

    @Override
    public Map<String, String> headers(byte[] body) {
      return Map.of();
    }

    @Override
    public boolean refused(Map<String, String> headers) {
      return false;
    }
  }
}
