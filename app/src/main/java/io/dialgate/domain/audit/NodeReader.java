package io.dialgate.domain.audit;

import java.io.IOException;

/** Reads the roots of perfect subtrees, wherever they are kept. What it returns is not proven until a proof made of it is. */
@FunctionalInterface
public interface NodeReader {

  /**
   * The root of the leaves {@code [index * 2^level, (index + 1) * 2^level)}.
   *
   * @param level 0 for leaves, up to 62
   * @throws IOException if it cannot be read now
   * @throws NotProven if what is kept there cannot be a hash
   */
  TreeHash node(int level, long index) throws IOException, NotProven;
}
