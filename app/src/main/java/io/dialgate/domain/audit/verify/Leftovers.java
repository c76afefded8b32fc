package io.dialgate.domain.audit.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.tile.EntryBundle;
import io.dialgate.domain.audit.tile.EntryTile;
import io.dialgate.domain.audit.tile.HashTile;
import io.dialgate.domain.audit.tile.ListedSource;
import io.dialgate.domain.audit.tile.Tile;
import io.dialgate.domain.audit.tile.TileReader;

/**
 * The tiles that the checkpoint does not ask for. Parts of older sizes must be the beginning of what is there now. Tiles of
 * larger sizes say that there was a later checkpoint, which was taken away, or that an export did not end.
 */
final class Leftovers {

  private final long size;
  private final long announced;
  private final ListedSource source;
  private final TileReader tiles;

  /**
   * Of a log that was checked.
   *
   * @param size that was checked
   * @param announced by the checkpoint that lies there now; larger, if the log has grown meanwhile
   */
  Leftovers(long size, long announced, ListedSource source) {
    this.size = size;
    this.announced = announced;
    this.source = source;
    this.tiles = new TileReader(source);
  }

  void check() throws IOException, NotProven {
    source.forEach(this::check);
  }

  private void check(Tile tile) throws IOException, NotProven {
    if (tile.width() > tile.widthAt(Math.max(size, announced))) {
      throw new NotProven(tile.path(),
          "no tile beyond size " + announced + " (an old checkpoint was put back, or an export"
              + " did not end: then run it again)",
          "one of width " + tile.width());
    }
    int now = tile.widthAt(size);
    if (tile.width() >= now) {
      return;
    }
    // Between its listing and now it may have been deleted, as it may once the full tile is there.
    Optional<byte[]> part = source.tile(tile);
    if (part.isPresent()) {
      compare(tile, part.get(), tile.withWidth(now));
    }
  }

  private void compare(Tile part, byte[] found, Tile whole) throws IOException, NotProven {
    byte[] expected = switch (whole) {
      case HashTile hashes -> Arrays.copyOf(tiles.hashes(hashes), part.maxBytes());
      case EntryTile entries -> EntryBundle.encode(tiles.entries(entries).subList(0, part.width()));
    };
    int differs = Arrays.mismatch(expected, found);
    if (differs >= 0) {
      throw NotProven.at(part.firstEntry(), part.path(), "the beginning of " + whole.path(),
          "another byte at " + differs);
    }
  }
}
