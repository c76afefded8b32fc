package io.dialgate.domain.audit.tile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.dialgate.domain.audit.Frontier;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.TreeHead;

/**
 * A tree that grows and hands out its tiles as they become full. It remembers the last tile of each level, at most 8 KiB and
 * eight levels, so that a log of any length passes through it.
 *
 * <pre>
 * a full tile's root is the next hash of the level above
 * frontier = the perfect subtrees of the last tiles, the highest level first
 * </pre>
 *
 * <p>Mutable, and confined to one thread.
 */
public final class TileTree {

  private static final int LEVELS = 8;

  private final List<TileLevel> levels = new ArrayList<>();
  private long size;

  private TileTree(long size) {
    this.size = size;
    for (int level = 0; level < LEVELS; level++) {
      levels.add(new TileLevel(level, HashTile.subtrees(level, size) / Tile.FULL));
    }
  }

  /** The tree without leaves. */
  public static TileTree empty() {
    return new TileTree(0);
  }

  /**
   * The tree of this size, to be continued. Whether it is the right one only its {@link #head() root} tells.
   *
   * @param size not negative
   * @throws NotProven if one of the last tiles is not there, or has not its length
   */
  public static TileTree load(long size, TileReader tiles) throws IOException, NotProven {
    TileTree tree = new TileTree(size);
    for (HashTile tile : lastTiles(size)) {
      byte[] hashes = tiles.hashes(tile);
      for (int i = 0; i < tile.width(); i++) {
        tree.levels.get(tile.level()).append(TreeHash.of(hashes, i * TreeHash.LENGTH).bytes());
      }
    }
    return tree;
  }

  /** The tiles of a tree of this size that are not full, the lowest level first. */
  public static List<HashTile> lastTiles(long size) {
    List<HashTile> tiles = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      long hashes = HashTile.subtrees(level, size);
      if (hashes % Tile.FULL != 0) {
        tiles.add(new HashTile(level, hashes / Tile.FULL, (int) (hashes % Tile.FULL)));
      }
    }
    return tiles;
  }

  /**
   * Adds a leaf.
   *
   * @param leafHash 32 bytes, which are copied
   * @return the tiles that are full by it, the lowest level first; mostly none
   */
  public List<StoredTile> append(byte[] leafHash) {
    size++;
    TileLevel last = levels.getFirst();
    last.append(leafHash);
    return last.isFull() ? close(0) : List.of();
  }

  private List<StoredTile> close(int from) {
    List<StoredTile> full = new ArrayList<>();
    for (int level = from; levels.get(level).isFull(); level++) {
      full.add(levels.get(level).tile());
      levels.get(level + 1).append(levels.get(level).close());
    }
    return full;
  }

  /** The number of leaves. */
  public long size() {
    return size;
  }

  /** Size and root. */
  public TreeHead head() {
    var frontier = new ByteArrayOutputStream();
    frontier.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
    levels.reversed().forEach(level -> frontier.writeBytes(level.perfectSubtrees()));
    return new TreeHead(size, TreeHash.of(Frontier.decode(frontier.toByteArray()).root()));
  }

  /** The tiles that are not full, with what is in them, the lowest level first. */
  public List<StoredTile> partial() {
    return levels.stream().filter(level -> level.width() > 0).map(TileLevel::tile).toList();
  }
}
