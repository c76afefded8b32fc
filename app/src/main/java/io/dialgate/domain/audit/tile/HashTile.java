package io.dialgate.domain.audit.tile;

import io.dialgate.domain.audit.TreeHash;

/**
 * A tile of hashes: the roots of {@code width} neighbouring subtrees of {@code 256^level} leaves each.
 *
 * @param level 0 for leaf hashes, to {@value #MAX_LEVEL}
 * @param index 0 or more
 * @param width 1 to {@value Tile#FULL}
 */
public record HashTile(int level, long index, int width) implements Tile {

  /** The highest level that has a name. Sizes that fit a long end at level 7. */
  public static final int MAX_LEVEL = 63;

  private static final int BITS = 8;

  /** Checks the bounds. */
  public HashTile {
    if (level < 0 || level > MAX_LEVEL) {
      throw new IllegalArgumentException(
          "expected a level of 0 to %d, but got %d; name a tile".formatted(MAX_LEVEL, level));
    }
    TilePaths.requireBounds(index, width);
  }

  /** How many complete subtrees of {@code 256^level} leaves a tree of this size has. */
  static long subtrees(int level, long size) {
    // Java shifts by 64 as by 0.
    return level * BITS >= Long.SIZE ? 0 : size >>> (level * BITS);
  }

  @Override
  public long firstEntry() {
    // The tiles of level 7 and above cover every entry that there can be.
    return (level + 1) * BITS >= Long.SIZE ? 0 : index << ((level + 1) * BITS);
  }

  @Override
  public HashTile withWidth(int other) {
    return new HashTile(level, index, other);
  }

  @Override
  public int widthAt(long size) {
    return TilePaths.width(index, subtrees(level, size));
  }

  /** Exact: all hashes are of one length. */
  @Override
  public int maxBytes() {
    return width * TreeHash.LENGTH;
  }

  @Override
  public String path() {
    return TilePaths.of(Integer.toString(level), index, width);
  }
}
