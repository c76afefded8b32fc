package io.dialgate.bridge.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.dialgate.bridge.delivery.Authority;

/**
 * Signs what is sent: {@code Dialgate-Signature: t=SECONDS,v1=HEX}, the HMAC-SHA-256 (RFC 2104) of {@code SECONDS}, a dot and the
 * body, with the shared secret as UTF-8. The time is in the signature so that a receiver can refuse what is old.
 */
public final class Signer implements Authority {

  /** The header. */
  public static final String HEADER = "Dialgate-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private final Credentials credentials;
  private final InstantSource clock;

  public Signer(Credentials credentials, InstantSource clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public Map<String, String> headers(byte[] body) {
    long seconds = clock.instant().getEpochSecond();
    return Map.of(HEADER, "t=%d,v1=%s".formatted(seconds, signature(credentials, seconds, body)));
  }

  /** A signature is as good as the secret, and there is only one. */
  @Override
  public boolean refused(Map<String, String> headers) {
    return false;
  }

  /** The signature by itself, as 64 lower-case hex digits. */
  public static String signature(Credentials credentials, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(credentials.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected every Java to have HmacSHA256, but this one has not; use another", e);
    }
  }
}
