package io.dialgate.domain.audit.tile;

import java.util.Arrays;

import io.dialgate.domain.audit.Frontier;
import io.dialgate.domain.audit.TreeHash;

/** The last, growing tile of one level: its hashes, and the small tree above them. */
final class TileLevel {

  private final int level;
  private final byte[] hashes = new byte[Tile.FULL * TreeHash.LENGTH];
  private Frontier tree = Frontier.empty();
  private long index;

  TileLevel(int level, long index) {
    this.level = level;
    this.index = index;
  }

  void append(byte[] hash) {
    System.arraycopy(hash, 0, hashes, width() * TreeHash.LENGTH, TreeHash.LENGTH);
    tree.append(hash);
  }

  int width() {
    return (int) tree.size();
  }

  boolean isFull() {
    return width() == Tile.FULL;
  }

  /** What it holds; it must not be empty. */
  StoredTile tile() {
    return new StoredTile(new HashTile(level, index, width()), Arrays.copyOf(hashes, width() * TreeHash.LENGTH));
  }

  /** The hash of the whole tile, for the level above; the next tile of this level begins. */
  byte[] close() {
    byte[] root = tree.root();
    tree = Frontier.empty();
    index++;
    return root;
  }

  /** The perfect subtrees of the tile, from left to right. */
  byte[] perfectSubtrees() {
    byte[] encoded = tree.encode();
    return Arrays.copyOfRange(encoded, Long.BYTES, encoded.length);
  }
}
