package io.dialgate.domain.audit.verify;

import java.io.IOException;

import io.dialgate.domain.audit.Consistency;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.tile.TileNodes;
import io.dialgate.domain.audit.tile.TileReader;
import io.dialgate.domain.audit.tile.TileSource;

/** Whether a log has only grown since: what has to be asked before a head is signed. */
public final class Growth {

  private Growth() {}

  /**
   * Makes and checks the consistency proof between two heads.
   *
   * @param older signed before; the head without leaves is the beginning of every log, if its root is right
   * @param newer not yet signed, perhaps
   * @param source the tiles, at least up to the newer size
   * @throws NotProven unless the newer tree begins with the whole of the older one
   */
  public static void require(TreeHead older, TreeHead newer, TileSource source) throws IOException, NotProven {
    if (older.size() < 0 || older.size() > newer.size()) {
      throw new NotProven("the log's growth",
          "at least size " + Long.toUnsignedString(older.size()) + ", which was signed",
          "size " + Long.toUnsignedString(newer.size()));
    }
    if (older.size() > 0) {
      TileNodes nodes = new TileNodes(new TileReader(source), newer.size());
      Consistency.verify(older, newer, Consistency.prove(older.size(), newer.size(), nodes));
    } else if (!older.root().equals(TreeHash.ofNothing())) {
      throw new NotProven("the log's growth", "of no entries root " + TreeHash.ofNothing(), "root " + older.root());
    }
  }
}
