package io.dialgate.domain.audit;

import java.util.List;

/**
 * The way from a leaf to the root: first the part in which the leaf's way and that of the last leaf differ, in which siblings
 * lie on both sides; then the border, on which all of them lie on the left.
 *
 * <pre>
 * inner  = the bits of index XOR (size - 1)
 * border = the set bits of index >> inner
 * </pre>
 *
 * @param inner hashes of the first part, 0 to 64
 * @param border hashes of the second
 */
record ProofPath(int inner, int border) {

  /** Of a leaf; both numbers are unsigned, and the index is below the size. */
  static ProofPath of(long index, long size) {
    int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    // Java shifts by 64 as by 0.
    return new ProofPath(inner, inner == Long.SIZE ? 0 : Long.bitCount(index >>> inner));
  }

  int length() {
    return inner + border;
  }

  /** Refuses a proof of any other length, before anything is hashed: with another one, other trees would be proven. */
  static void requireLength(int expected, List<TreeHash> proof, String where) throws NotProven {
    if (proof.size() != expected) {
      throw new NotProven(where, "a proof of " + expected + " hashes", Integer.toString(proof.size()));
    }
  }

  /** The root that the proof leads to from the seed, whose index is that of its own level. */
  byte[] root(byte[] seed, List<TreeHash> proof, long index) {
    return climb(seed, proof, index, true);
  }

  /** The root of the older tree: what lies on the right came later, and is passed over. */
  byte[] rootOfOlder(byte[] seed, List<TreeHash> proof, long index) {
    return climb(seed, proof, index, false);
  }

  private byte[] climb(byte[] seed, List<TreeHash> proof, long index, boolean withRight) {
    NodeHash nodes = new NodeHash();
    byte[] hash = seed;
    for (int i = 0; i < length(); i++) {
      byte[] sibling = proof.get(i).bytes();
      if (i >= inner || ((index >>> i) & 1) == 1) {
        hash = nodes.of(sibling, hash);
      } else if (withRight) {
        hash = nodes.of(hash, sibling);
      }
    }
    return hash;
  }
}
