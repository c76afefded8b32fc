package io.dialgate.domain.audit;

import static io.dialgate.domain.audit.Hashes.requireHash;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.dialgate.domain.hash.Sha256;

/**
 * All that a growing Merkle tree has to remember to go on: the roots of the perfect subtrees that it is made of, from left
 * to right (also known as a compact range). The tree is that of RFC 9162, section 2.1.1.
 *
 * <pre>
 * size = sum of 2^k over the set bits k;  one hash per set bit, the largest subtree first
 * append:  push the leaf hash, then merge the last two as often as size ends in one bits
 * root  =  node(h[0], node(h[1], ... node(h[n-2], h[n-1])))
 * </pre>
 *
 * An append costs one node hash on average, and none of them allocates: the hashes lie side by side in one array, so that
 * two siblings are hashed where they stand.
 *
 * <p>Mutable, and confined to one thread: to keep a state, keep its {@link #encode() encoding}.
 */
public final class Frontier {

  /** The most leaves that a tree can have: sizes are non-negative longs. */
  public static final long MAX_SIZE = Long.MAX_VALUE;

  /** The longest encoding, in bytes: the size, and one hash for each of its 63 bits. */
  public static final int MAX_ENCODED_BYTES = Long.BYTES + 63 * Hashes.LENGTH;

  /** One for each of the 63 bits of a size, and one for the leaf that is being pushed. */
  private static final int HASHES = 64;

  private static final int LENGTH = Hashes.LENGTH;

  private final NodeHash nodes = new NodeHash();
  private final byte[] hashes = new byte[HASHES * LENGTH];
  private long size;

  private Frontier(long size) {
    this.size = size;
  }

  /** The frontier of the tree without leaves. */
  public static Frontier empty() {
    return new Frontier(0);
  }

  /**
   * Restores a frontier from its encoding.
   *
   * @throws IllegalArgumentException if the length is not the one that the encoded size asks for, or the size is negative
   */
  public static Frontier decode(byte[] encoded) {
    if (encoded.length < Long.BYTES) {
      throw malformed("at least " + Long.BYTES + " bytes", encoded.length + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(encoded);
    long size = in.getLong();
    if (size < 0) {
      throw malformed("a size of 0 or more", Long.toString(size));
    }
    int hashes = Long.bitCount(size) * LENGTH;
    if (in.remaining() != hashes) {
      throw malformed("%d bytes for size %d".formatted(Long.BYTES + hashes, size), encoded.length + " bytes");
    }
    Frontier frontier = new Frontier(size);
    in.get(frontier.hashes, 0, hashes);
    return frontier;
  }

  /**
   * Adds a leaf at the right.
   *
   * @param leafHash the leaf's {@link LeafHash}, 32 bytes; it is copied
   * @throws IllegalArgumentException if it has another length
   * @throws IllegalStateException if the tree has {@link #MAX_SIZE} leaves
   */
  public void append(byte[] leafHash) {
    requireHash(leafHash, "leaf hash");
    if (size == MAX_SIZE) {
      throw new IllegalStateException("expected fewer than " + MAX_SIZE + " leaves, but got all; start another log");
    }
    int end = used();
    System.arraycopy(leafHash, 0, hashes, end, LENGTH);
    for (int merges = Long.numberOfTrailingZeros(~size); merges > 0; merges--) {
      end -= LENGTH;
      nodes.mergeInPlace(hashes, end);
    }
    size++;
  }

  /** The number of leaves. */
  public long size() {
    return size;
  }

  /** The root of the tree, a new array of 32 bytes: for the tree without leaves, the hash of nothing. */
  public byte[] root() {
    if (size == 0) {
      return Sha256.digest().digest();
    }
    byte[] pair = new byte[2 * LENGTH];
    int last = used() - LENGTH;
    System.arraycopy(hashes, last, pair, 0, LENGTH);
    for (int left = last - LENGTH; left >= 0; left -= LENGTH) {
      System.arraycopy(pair, 0, pair, LENGTH, LENGTH);
      System.arraycopy(hashes, left, pair, 0, LENGTH);
      nodes.mergeInPlace(pair, 0);
    }
    return Arrays.copyOf(pair, LENGTH);
  }

  /** The size as eight bytes, big-endian, then the hashes, the largest subtree's first; at most 2 KiB. */
  public byte[] encode() {
    int used = used();
    return ByteBuffer.allocate(Long.BYTES + used).putLong(size).put(hashes, 0, used).array();
  }

  private int used() {
    return Long.bitCount(size) * LENGTH;
  }

  private static IllegalArgumentException malformed(String expected, String got) {
    return new IllegalArgumentException(
        "expected an encoded frontier of %s, but got %s; restore it from the log".formatted(expected, got));
  }
}
