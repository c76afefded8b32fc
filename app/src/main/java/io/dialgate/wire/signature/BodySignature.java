package io.dialgate.wire.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a body that is sent over HTTP: {@code t=SECONDS,v1=HEX}, the HMAC-SHA-256 (RFC 2104) of {@code SECONDS}, a dot and
 * the body, with the shared secret as UTF-8. The time is in the signature, so that a receiver can refuse what is old.
 *
 * @param secret shared by sender and receiver
 */
public record BodySignature(String secret) {

  /** The header in which it is sent. */
  public static final String HEADER = "Dialgate-Signature";

  /** How far the sender's clock may be from the receiver's, and how long a signed body can be sent again. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

  /** The header's value for a body that is sent now. */
  public String header(byte[] body, Instant now) {
    return "t=%d,v1=%s".formatted(now.getEpochSecond(), hex(now.getEpochSecond(), body));
  }

  /** What is wrong with the value that came with a body; empty if nothing is. It takes as long for every wrong signature. */
  public Optional<String> faultOf(String header, byte[] body, Instant now) {
    Matcher form = FORM.matcher(header.strip());
    if (!form.matches()) {
      return Optional
          .of("expected %s to be t=SECONDS,v1=64 hex digits, but got another form; correct it".formatted(HEADER));
    }
    long seconds = Long.parseLong(form.group(1));
    boolean same = MessageDigest.isEqual(hex(seconds, body).getBytes(StandardCharsets.US_ASCII),
        form.group(2).getBytes(StandardCharsets.US_ASCII));
    if (!same) {
      return Optional.of("expected %s to be made of this very body with the shared secret, but it is not; compare both"
          .formatted(HEADER));
    }
    if (Math.abs(now.getEpochSecond() - seconds) > TOLERANCE.toSeconds()) {
      return Optional
          .of("expected %s to be made within the last %d minutes, but its time is %s; set the clock, or sign anew"
              .formatted(HEADER, TOLERANCE.toMinutes(), Instant.ofEpochSecond(seconds)));
    }
    return Optional.empty();
  }

  private String hex(long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected every Java to have HmacSHA256, but this one has not; use another", e);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "BodySignature[***]";
  }
}
