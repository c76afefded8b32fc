package io.dialgate.domain.audit;

import java.security.MessageDigest;

import io.dialgate.domain.hash.Sha256;

/**
 * The hash of one entry: {@code SHA-256(0x00 || entry)} (RFC 6962, section 2.1). The prefix keeps a leaf from ever passing
 * for a node.
 *
 * <p>Confined to one thread: it reuses one message digest.
 */
public final class LeafHash {

  /** The length of a hash, in bytes. */
  public static final int LENGTH = Hashes.LENGTH;

  private static final byte PREFIX = 0x00;

  private final MessageDigest digest = Sha256.digest();

  /**
   * Hashes one entry.
   *
   * @param entry the entry's exact bytes, of any length
   * @return a new array of {@value #LENGTH} bytes
   */
  public byte[] of(byte[] entry) {
    digest.update(PREFIX);
    return digest.digest(entry);
  }
}
