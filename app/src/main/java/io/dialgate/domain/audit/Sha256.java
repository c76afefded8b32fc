package io.dialgate.domain.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as the JDK has it, and the lengths that follow from it. */
final class Sha256 {

  /** The length of a hash, in bytes. */
  static final int LENGTH = 32;

  private Sha256() {}

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "expected SHA-256, which every Java platform must have, but got none; use another JDK", e);
    }
  }

  /** Returns the hash itself, so that a caller can check and use it in one expression. */
  static byte[] requireHash(byte[] hash, String what) {
    if (hash.length != LENGTH) {
      throw new IllegalArgumentException("expected a %s of %d bytes, but got %d; pass a SHA-256 hash".formatted(what,
          LENGTH, hash.length));
    }
    return hash;
  }
}
