package io.dialgate.lists.filter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.hash.Sha256;

/**
 * Digests of numbers: HMAC-SHA-256 (RFC 2104) under a key, or SHA-256, of the E.164 form with its plus sign, in ASCII. There are
 * so few numbers that whoever can compute the digest can try them all: without the key nobody can. For one thread.
 */
public final class NumberDigest {

  /** The fewest bytes of a key: half of what HMAC-SHA-256 can use. */
  public static final int MIN_KEY_BYTES = 16;

  private static final String ALGORITHM = "HmacSHA256";
  private static final String CHECKED_TEXT = "dialgate filter key";

  private final @Nullable Mac mac;
  private final MessageDigest sha256 = Sha256.digest();
  private final long keyCheck;
  private long first;
  private long second;

  private NumberDigest(@Nullable Mac mac) {
    this.mac = mac;
    this.keyCheck = mac == null
        ? 0
        : ByteBuffer.wrap(mac.doFinal(CHECKED_TEXT.getBytes(StandardCharsets.US_ASCII))).getLong();
  }

  /** Under a key of at least {@link #MIN_KEY_BYTES} bytes. */
  public static NumberDigest keyed(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "expected a key of at least %d bytes, but got %d; make one with: openssl rand -base64 32"
              .formatted(MIN_KEY_BYTES, key.length));
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return new NumberDigest(mac);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("expected HMAC-SHA-256, which every Java platform must have", impossible);
    }
  }

  /** Without a key: for partners who hash numbers so themselves. */
  public static NumberDigest plain() {
    return new NumberDigest(null);
  }

  /** Whether it needs a key. */
  public boolean isKeyed() {
    return mac != null;
  }

  /** By which a reader sees that it has the right key: 8 bytes of the HMAC of a fixed text; 0 without a key. */
  public long keyCheck() {
    return keyCheck;
  }

  /** Goes to a number in E.164. */
  public void number(String e164) {
    byte[] text = e164.getBytes(StandardCharsets.US_ASCII);
    take(mac == null ? sha256.digest(text) : mac.doFinal(text));
  }

  /** Goes to a number whose SHA-256 somebody told, as 64 hex digits. */
  void sha256(String hex) {
    take(HexFormat.of().parseHex(hex));
  }

  /** The first 8 bytes of the digest, big-endian. */
  long first() {
    return first;
  }

  /** The next 8 bytes, made odd. */
  long second() {
    return second;
  }

  private void take(byte[] digest) {
    var words = ByteBuffer.wrap(digest);
    first = words.getLong();
    second = words.getLong() | 1;
  }
}
