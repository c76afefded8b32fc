package io.dialgate.domain.audit.tile;

/**
 * A bundle of entries: those whose leaf hashes are in the tile of level 0 with the same index and width.
 *
 * @param index 0 or more
 * @param width 1 to {@value Tile#FULL}
 */
public record EntryTile(long index, int width) implements Tile {

  /** Checks the bounds. */
  public EntryTile {
    TilePaths.requireBounds(index, width);
  }

  @Override
  public long firstEntry() {
    return index * FULL;
  }

  @Override
  public EntryTile withWidth(int other) {
    return new EntryTile(index, other);
  }

  @Override
  public int widthAt(long size) {
    return TilePaths.width(index, size);
  }

  @Override
  public int maxBytes() {
    return width * (EntryBundle.LENGTH_BYTES + EntryBundle.MAX_ENTRY_BYTES);
  }

  @Override
  public String path() {
    return TilePaths.of(TilePaths.ENTRIES, index, width);
  }
}
