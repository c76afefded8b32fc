package io.dialgate.domain.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Proof that a tree begins with the whole of an older one (RFC 9162, section 2.1.4): nothing was changed, only appended. */
public final class Consistency {

  private static final String WHERE = "the consistency proof";

  private Consistency() {}

  /**
   * Makes a proof; empty if both sizes are equal.
   *
   * @param older 1 to newer: the tree without leaves is the beginning of every tree, and proves nothing
   * @param newer the size of the tree that is read
   * @throws IllegalArgumentException if the sizes are not so
   */
  public static List<TreeHash> prove(long older, long newer, NodeReader nodes) throws IOException, NotProven {
    if (older < 1 || older > newer) {
      throw new IllegalArgumentException(
          "expected an older size of 1 to %d, but got %d; prove what has leaves".formatted(newer, older));
    }
    List<TreeHash> downwards = new ArrayList<>();
    long begin = 0;
    long end = newer;
    while (older != end) {
      long middle = begin + Long.highestOneBit(end - begin - 1);
      if (older <= middle) {
        downwards.add(Subtrees.root(nodes, middle, end));
        end = middle;
      } else {
        downwards.add(Subtrees.root(nodes, begin, middle));
        begin = middle;
      }
    }
    // Where the older tree is one of the newer one's subtrees, the verifier has its root already.
    if (begin != 0) {
      downwards.add(Subtrees.root(nodes, begin, end));
    }
    return List.copyOf(downwards.reversed());
  }

  /**
   * Checks a proof. Sizes and length are checked before anything is hashed; sizes are unsigned.
   *
   * @throws NotProven unless the newer tree begins with the older one, which has leaves
   */
  public static void verify(TreeHead older, TreeHead newer, List<TreeHash> proof) throws NotProven {
    if (older.size() == 0 || Long.compareUnsigned(older.size(), newer.size()) > 0) {
      throw new NotProven(WHERE, "an older size of 1 to " + Long.toUnsignedString(newer.size()),
          Long.toUnsignedString(older.size()));
    }
    if (older.size() == newer.size()) {
      ProofPath.requireLength(0, proof, WHERE);
      requireRoot(older.root(), newer.root());
      return;
    }
    int perfect = Long.numberOfTrailingZeros(older.size());
    boolean isSubtree = Long.bitCount(older.size()) == 1;
    ProofPath whole = ProofPath.of(older.size() - 1, newer.size());
    ProofPath path = new ProofPath(whole.inner() - perfect, whole.border());
    ProofPath.requireLength(path.length() + (isSubtree ? 0 : 1), proof, WHERE);
    byte[] seed = isSubtree ? older.root().bytes() : proof.getFirst().bytes();
    List<TreeHash> rest = isSubtree ? proof : proof.subList(1, proof.size());
    long index = (older.size() - 1) >>> perfect;
    requireRoot(older.root(), TreeHash.of(path.rootOfOlder(seed, rest, index)));
    requireRoot(newer.root(), TreeHash.of(path.root(seed, rest, index)));
  }

  private static void requireRoot(TreeHash expected, TreeHash found) throws NotProven {
    if (!expected.equals(found)) {
      throw new NotProven(WHERE, "root " + expected, "root " + found);
    }
  }
}
