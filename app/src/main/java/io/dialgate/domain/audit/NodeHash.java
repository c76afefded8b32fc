package io.dialgate.domain.audit;

import static io.dialgate.domain.audit.Hashes.requireHash;

import java.security.DigestException;
import java.security.MessageDigest;

import io.dialgate.domain.hash.Sha256;

/**
 * The hash of two subtrees: {@code SHA-256(0x01 || left || right)} (RFC 6962, section 2.1).
 *
 * <p>Confined to one thread: it reuses one message digest.
 */
public final class NodeHash {

  private static final byte PREFIX = 0x01;
  private static final int LENGTH = Hashes.LENGTH;

  private final MessageDigest digest = Sha256.digest();

  /**
   * Hashes two subtrees.
   *
   * @param left the root of the left subtree, 32 bytes
   * @param right the root of the right subtree, 32 bytes
   * @return a new array of 32 bytes
   * @throws IllegalArgumentException if one of them has another length
   */
  public byte[] of(byte[] left, byte[] right) {
    requireHash(left, "left subtree's hash");
    requireHash(right, "right subtree's hash");
    return join(left, right);
  }

  /** The formula alone: the published vectors join texts that are no hashes. */
  byte[] join(byte[] left, byte[] right) {
    digest.update(PREFIX);
    digest.update(left);
    return digest.digest(right);
  }

  /** Replaces the two hashes that stand side by side at the offset by their parent, which takes the place of the left one. */
  void mergeInPlace(byte[] hashes, int offset) {
    digest.update(PREFIX);
    digest.update(hashes, offset, 2 * LENGTH);
    try {
      digest.digest(hashes, offset, LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException(
          "expected room for a hash at %d, but got an array of %d bytes; correct the frontier's bounds".formatted(
              offset,
              hashes.length),
          e);
    }
  }
}
