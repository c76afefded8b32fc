package io.dialgate.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller sends: {@code dgk_ID_SECRET}. The id is public, and finds the key without comparing secrets; the prefix lets
 * scanners of source code notice a key that slipped into it.
 *
 * @param id 12 hex digits
 * @param secret 256 random bits in base64url
 */
public record KeyToken(String id, String secret) {

  /** Bytes of a key's id. */
  public static final int ID_BYTES = 6;

  /** Bytes of a key's secret. */
  public static final int SECRET_BYTES = 32;

  private static final Pattern FORM = Pattern.compile("dgk_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");

  /** From random bytes: {@link #ID_BYTES} and {@link #SECRET_BYTES}. */
  public static KeyToken of(byte[] id, byte[] secret) {
    return new KeyToken(HexFormat.of().formatHex(id), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Reads a token; empty if the text is none. */
  public static Optional<KeyToken> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() ? Optional.of(new KeyToken(form.group(1), form.group(2))) : Optional.empty();
  }

  /** What the caller sends. */
  public String text() {
    return "dgk_" + id + "_" + secret;
  }

  /**
   * What is kept instead of the secret, in hex. Slow hashes and salts defend what people can remember; 256 random bits can
   * neither be guessed nor looked up in a table, so that one SHA-256 is enough, and costs a request nothing.
   */
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 from the Java platform, but got none; use a complete JDK", e);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "dgk_" + id + "_•••";
  }
}
