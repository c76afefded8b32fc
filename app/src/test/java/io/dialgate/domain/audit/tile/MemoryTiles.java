package io.dialgate.domain.audit.tile;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.NotProven;

/** A log's files in memory, by their paths; a checkpoint is put there under its own. */
public final class MemoryTiles implements ListedSource {

  public static final String CHECKPOINT = "checkpoint";

  public final Map<String, byte[]> files = new TreeMap<>();

  /** All tiles of a log, as of its last entry. */
  public static MemoryTiles of(List<byte[]> entries) {
    var tiles = new MemoryTiles();
    TileTree tree = TileTree.empty();
    LeafHash leafHash = new LeafHash();
    for (byte[] entry : entries) {
      tree.append(leafHash.of(entry)).forEach(tiles::put);
    }
    tree.partial().forEach(tiles::put);
    for (int from = 0; from < entries.size(); from += Tile.FULL) {
      List<byte[]> bundle = entries.subList(from, Math.min(entries.size(), from + Tile.FULL));
      tiles.files.put(new EntryTile(from / Tile.FULL, bundle.size()).path(), EntryBundle.encode(bundle));
    }
    return tiles;
  }

  public void put(StoredTile tile) {
    files.put(tile.tile().path(), tile.hashes());
  }

  /** The bytes themselves, to be changed. */
  public byte[] file(String path) {
    return Objects.requireNonNull(files.get(path), path);
  }

  @Override
  public Optional<byte[]> checkpoint() {
    return Optional.ofNullable(files.get(CHECKPOINT));
  }

  @Override
  public Optional<byte[]> tile(Tile tile) {
    return Optional.ofNullable(files.get(tile.path()));
  }

  @Override
  public void forEach(Visitor visitor) throws IOException, NotProven {
    for (String path : List.copyOf(files.keySet())) {
      Optional<Tile> tile = Tile.parse(path);
      if (tile.isPresent()) {
        visitor.visit(tile.get());
      }
    }
  }
}
