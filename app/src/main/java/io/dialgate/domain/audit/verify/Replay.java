package io.dialgate.domain.audit.verify;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.tile.StoredTile;
import io.dialgate.domain.audit.tile.TileTree;

/**
 * A tree that grows anew, leaf by leaf, and is compared with every head that the log is known to have signed at the size of
 * that head. One history passes through all of them; of two histories, one fails.
 *
 * <p>Mutable, and confined to one thread.
 */
public final class Replay {

  private static final String WHERE = "the signed heads";

  private final NavigableMap<Long, TreeHead> known;
  private final TileTree tree = TileTree.empty();

  private Replay(NavigableMap<Long, TreeHead> known) {
    this.known = known;
  }

  /**
   * Begins with nothing.
   *
   * @param heads in any order, with repetitions or none
   * @throws NotProven if two of them have the same size and different roots, or no tree can have one
   */
  public static Replay against(Collection<TreeHead> heads) throws NotProven {
    var known = new TreeMap<Long, TreeHead>();
    for (TreeHead head : heads) {
      TreeHead other = known.put(head.size(), head);
      if (head.size() < 0) {
        throw new NotProven(WHERE, "a size of at most " + Long.MAX_VALUE, Long.toUnsignedString(head.size()));
      }
      if (other != null && !other.equals(head)) {
        throw new NotProven(WHERE, "one root at size " + head.size(), other.root() + " and " + head.root());
      }
    }
    var replay = new Replay(known);
    replay.compare();
    return replay;
  }

  /**
   * Adds the next leaf.
   *
   * @return the tiles that are full by it
   * @throws NotProven if a known head of the new size has another root
   */
  public List<StoredTile> append(byte[] leafHash) throws NotProven {
    List<StoredTile> full = tree.append(leafHash);
    compare();
    return full;
  }

  private void compare() throws NotProven {
    TreeHead expected = known.get(tree.size());
    if (expected != null && !expected.equals(tree.head())) {
      throw new NotProven(WHERE + ", size " + tree.size(), "root " + expected.root(), "root " + tree.head().root());
    }
  }

  /** Refuses a log that ends before the largest known head: an old state was put back. */
  public void requireReached(long size, String where) throws NotProven {
    if (!known.isEmpty() && known.lastKey() > size) {
      throw new NotProven(where, "at least size " + known.lastKey() + ", which was signed", "size " + size);
    }
  }

  /** The tree as it is now. */
  public TreeHead head() {
    return tree.head();
  }

  /** The tiles that are not full. */
  public List<StoredTile> partial() {
    return tree.partial();
  }
}
