package io.dialgate.domain.audit;

import static io.dialgate.domain.audit.Hashes.requireHash;

import java.util.Arrays;
import java.util.HexFormat;

import io.dialgate.domain.hash.Sha256;

/** The hash of a leaf, a subtree or a whole tree: always 32 bytes, compared by value. */
public final class TreeHash {

  /** The length of a hash, in bytes. */
  public static final int LENGTH = Hashes.LENGTH;

  private static final TreeHash EMPTY = new TreeHash(Sha256.digest().digest());

  private final byte[] bytes;

  private TreeHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The hash of these bytes, which are copied.
   *
   * @throws IllegalArgumentException if they are not {@value #LENGTH}
   */
  public static TreeHash of(byte[] bytes) {
    return new TreeHash(requireHash(bytes, "hash").clone());
  }

  /** The hash that lies at the offset, among others that lie side by side. */
  public static TreeHash of(byte[] hashes, int offset) {
    return of(Arrays.copyOfRange(hashes, offset, offset + LENGTH));
  }

  /** The root of the tree without leaves: {@code SHA-256("")}. */
  public static TreeHash ofNothing() {
    return EMPTY;
  }

  /**
   * Reads base64.
   *
   * @param where it stands, for the error
   * @throws NotProven if it is not the base64 of {@value #LENGTH} bytes
   */
  public static TreeHash parse(String base64, String where) throws NotProven {
    byte[] bytes = StrictText.base64(base64, where);
    if (bytes.length != LENGTH) {
      throw new NotProven(where, "a hash of " + LENGTH + " bytes", bytes.length + " bytes");
    }
    return new TreeHash(bytes);
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** As notes and proof files write it. */
  public String base64() {
    return StrictText.base64(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeHash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Lower-case hex, as vectors and other tools print it. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
