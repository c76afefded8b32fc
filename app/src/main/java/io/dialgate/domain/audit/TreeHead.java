package io.dialgate.domain.audit;

/**
 * A tree at one size.
 *
 * @param size the number of leaves, an unsigned 64-bit number
 * @param root the tree's root
 */
public record TreeHead(long size, TreeHash root) {

  @Override
  public String toString() {
    return "size " + Long.toUnsignedString(size) + ", root " + root;
  }
}
