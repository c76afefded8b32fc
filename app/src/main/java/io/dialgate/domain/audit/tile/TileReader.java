package io.dialgate.domain.audit.tile;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;

/**
 * Reads tiles that have the right form, whatever they say. A part that is gone is taken from the full tile, since a log may
 * delete parts once the whole is there.
 */
public final class TileReader {

  private final TileSource source;

  public TileReader(TileSource source) {
    this.source = source;
  }

  /**
   * The tile's hashes, side by side.
   *
   * @throws NotProven if it is not there, or not as long as it must be
   */
  public byte[] hashes(HashTile tile) throws IOException, NotProven {
    Optional<byte[]> exact = source.tile(tile);
    HashTile read = exact.isPresent() ? tile : tile.withWidth(Tile.FULL);
    byte[] bytes = exact.isPresent() ? exact.get() : full(tile, read);
    if (bytes.length != read.maxBytes()) {
      throw NotProven.at(tile.firstEntry(), read.path(), read.width() + " hashes, " + read.maxBytes() + " bytes",
          tooLong(bytes, read));
    }
    return Arrays.copyOf(bytes, tile.width() * TreeHash.LENGTH);
  }

  /**
   * The bundle's entries.
   *
   * @throws NotProven if it is not there, or not in its format
   */
  public List<byte[]> entries(EntryTile tile) throws IOException, NotProven {
    Optional<byte[]> exact = source.tile(tile);
    EntryTile read = exact.isPresent() ? tile : tile.withWidth(Tile.FULL);
    byte[] bytes = exact.isPresent() ? exact.get() : full(tile, read);
    return EntryBundle.decode(bytes, read).subList(0, tile.width());
  }

  private byte[] full(Tile tile, Tile full) throws IOException, NotProven {
    return (tile.isFull() ? Optional.<byte[]>empty() : source.tile(full))
        .orElseThrow(() -> NotProven.at(tile.firstEntry(), tile.path(), "this file", "none"));
  }

  private static String tooLong(byte[] bytes, Tile tile) {
    return bytes.length > tile.maxBytes() ? "more" : bytes.length + " bytes";
  }
}
