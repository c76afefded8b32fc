package io.dialgate.domain.audit.tile;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.dialgate.domain.audit.Frontier;
import io.dialgate.domain.audit.NodeReader;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;

/** The nodes of a tree, read from its tiles, of which the last {@value #KEPT_TILES} are kept. Confined to one thread. */
public final class TileNodes implements NodeReader {

  /** At most 512 KiB: a proof needs fewer than 20 tiles. */
  private static final int KEPT_TILES = 64;

  private static final int LEVELS_OF_TILE = 8;

  private final TileReader tiles;
  private final long size;
  private final Map<HashTile, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<HashTile, byte[]> eldest) {
      return size() > KEPT_TILES;
    }
  };

  /**
   * Reads the tree of this size.
   *
   * @param size not negative; what is asked for must lie within it
   */
  public TileNodes(TileReader tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  @Override
  public TreeHash node(int level, long index) throws IOException, NotProven {
    int below = level % LEVELS_OF_TILE;
    long first = index << below;
    HashTile place = new HashTile(level / LEVELS_OF_TILE, first / Tile.FULL, Tile.FULL);
    byte[] hashes = read(place.withWidth(place.widthAt(size)));
    int offset = (int) (first % Tile.FULL);
    Frontier subtree = Frontier.empty();
    for (int i = offset; i < offset + (1 << below); i++) {
      subtree.append(TreeHash.of(hashes, i * TreeHash.LENGTH).bytes());
    }
    return TreeHash.of(subtree.root());
  }

  private byte[] read(HashTile tile) throws IOException, NotProven {
    byte[] known = kept.get(tile);
    if (known != null) {
      return known;
    }
    byte[] hashes = tiles.hashes(tile);
    kept.put(tile, hashes);
    return hashes;
  }
}
