package io.dialgate.domain.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Roots of ranges of leaves, from the perfect subtrees that they are made of. */
final class Subtrees {

  private Subtrees() {}

  /**
   * {@code MTH(D[begin:end])}.
   *
   * @param begin a multiple of the smallest power of two that is not below the number of leaves
   * @param end above begin
   */
  static TreeHash root(NodeReader nodes, long begin, long end) throws IOException, NotProven {
    List<TreeHash> perfect = new ArrayList<>();
    long at = begin;
    while (at < end) {
      int level = Long.numberOfTrailingZeros(Long.highestOneBit(end - at));
      perfect.add(nodes.node(level, at >>> level));
      at += 1L << level;
    }
    NodeHash hash = new NodeHash();
    byte[] root = perfect.removeLast().bytes();
    while (!perfect.isEmpty()) {
      root = hash.of(perfect.removeLast().bytes(), root);
    }
    return TreeHash.of(root);
  }
}
