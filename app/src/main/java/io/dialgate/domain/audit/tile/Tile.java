package io.dialgate.domain.audit.tile;

import java.util.Optional;

/** The name of one file of a log, below its prefix: a tile of hashes, or a bundle of entries. */
public sealed interface Tile permits HashTile, EntryTile {

  /** The hashes or entries of a full tile. */
  int FULL = 256;

  /** Reads a path such as {@code tile/0/x001/234.p/17}; empty if it is not exactly how a tile's path is written. */
  static Optional<Tile> parse(String path) {
    return TilePaths.parse(path);
  }

  /** The number of tiles of its level before it. */
  long index();

  /** The number of hashes or entries in it, 1 to {@value #FULL}. */
  int width();

  /** The number of entries before the first that it covers. */
  long firstEntry();

  /** The same place with another width. */
  Tile withWidth(int width);

  /** How many hashes or entries a tree of this size has here, 0 to {@value #FULL}; the size is not negative. */
  int widthAt(long size);

  /** The most bytes that such a file can have. */
  int maxBytes();

  /** Its path, with slashes, below the log's prefix. */
  String path();

  /** Whether it is one of the files that never change again. */
  default boolean isFull() {
    return width() == FULL;
  }
}
