package io.dialgate.domain.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proof that an entry is at its index in a tree (RFC 9162, section 2.1.3). The hashes are in the order of the RFC: the leaf's
 * sibling first, the root's child last.
 */
public final class Inclusion {

  private static final String WHERE = "the inclusion proof";

  private Inclusion() {}

  /**
   * Makes a proof.
   *
   * @param index of the leaf, 0 to size - 1
   * @param size of the tree, not negative
   * @throws IllegalArgumentException if the index is outside of the tree
   */
  public static List<TreeHash> prove(long index, long size, NodeReader nodes) throws IOException, NotProven {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "expected an index of 0 to below size %d, but got %d; prove an entry of this tree".formatted(size, index));
    }
    List<TreeHash> downwards = new ArrayList<>();
    long begin = 0;
    long end = size;
    while (end - begin > 1) {
      long middle = begin + Long.highestOneBit(end - begin - 1);
      if (index < middle) {
        downwards.add(Subtrees.root(nodes, middle, end));
        end = middle;
      } else {
        downwards.add(Subtrees.root(nodes, begin, middle));
        begin = middle;
      }
    }
    return List.copyOf(downwards.reversed());
  }

  /**
   * Checks a proof. Index and length are checked before anything is hashed.
   *
   * @param index of the leaf, an unsigned number
   * @throws NotProven unless the leaf is at that index of that tree
   */
  public static void verify(TreeHead head, long index, TreeHash leaf, List<TreeHash> proof) throws NotProven {
    if (Long.compareUnsigned(index, head.size()) >= 0) {
      throw new NotProven(WHERE, "an index below size " + Long.toUnsignedString(head.size()),
          Long.toUnsignedString(index));
    }
    ProofPath path = ProofPath.of(index, head.size());
    ProofPath.requireLength(path.length(), proof, WHERE);
    TreeHash root = TreeHash.of(path.root(leaf.bytes(), proof, index));
    if (!root.equals(head.root())) {
      throw NotProven.at(index, WHERE, "root " + head.root(), "root " + root);
    }
  }
}
