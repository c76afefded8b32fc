package io.dialgate.bridge.oauth;

import java.time.InstantSource;
import java.util.Map;

import io.dialgate.bridge.delivery.Authority;
import io.dialgate.wire.signature.BodySignature;

/** Signs what is sent, as {@link BodySignature} says, with the secret of the credentials. */
public final class Signer implements Authority {

  private final BodySignature signature;
  private final InstantSource clock;

  public Signer(Credentials credentials, InstantSource clock) {
    this.signature = new BodySignature(credentials.secret());
    this.clock = clock;
  }

  @Override
  public Map<String, String> headers(byte[] body) {
    return Map.of(BodySignature.HEADER, signature.header(body, clock.instant()));
  }

  /** A signature is as good as the secret, and there is only one. */
  @Override
  public boolean refused(Map<String, String> headers) {
    return false;
  }
}
