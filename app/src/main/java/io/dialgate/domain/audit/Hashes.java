package io.dialgate.domain.audit;

/** What is the same of every hash in a tree. */
final class Hashes {

  /** The length of a hash, in bytes. */
  static final int LENGTH = 32;

  private Hashes() {}

  /** Returns the hash itself, so that a caller can check and use it in one expression. */
  static byte[] requireHash(byte[] hash, String what) {
    if (hash.length != LENGTH) {
      throw new IllegalArgumentException("expected a %s of %d bytes, but got %d; pass a SHA-256 hash".formatted(what,
          LENGTH, hash.length));
    }
    return hash;
  }
}
