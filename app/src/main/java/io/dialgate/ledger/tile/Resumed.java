package io.dialgate.ledger.tile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.tile.EntryBundle;
import io.dialgate.domain.audit.tile.EntryTile;
import io.dialgate.domain.audit.tile.HashTile;
import io.dialgate.domain.audit.tile.StoredTile;
import io.dialgate.domain.audit.tile.Tile;
import io.dialgate.domain.audit.tile.TileReader;
import io.dialgate.domain.audit.tile.TileTree;

/**
 * Where a folder ends.
 *
 * @param tree over all its entries
 * @param bundle the entries of the last bundle, if that is not full; mutable
 * @param above tiles of level 1 and higher that are full by entries which nobody announced: they may not be there
 */
record Resumed(TileTree tree, List<byte[]> bundle, List<StoredTile> above) {

  /** The checkpoint's tree, and then as many whole bundles as fit their tiles: an export that was killed had got so far. */
  static Resumed from(TileFolder folder, VerifierKey key) throws IOException, NotProven {
    Optional<byte[]> checkpoint = folder.checkpoint();
    TileReader tiles = new TileReader(folder);
    Resumed at = new Resumed(TileTree.empty(), new ArrayList<>(), new ArrayList<>());
    if (checkpoint.isPresent()) {
      at = announced(SignedCheckpoint.open(checkpoint.get(), key).head(), tiles);
    }
    while (at.takeNext(tiles)) {
      // Until one is missing.
    }
    return at;
  }

  private static Resumed announced(TreeHead head, TileReader tiles) throws IOException, NotProven {
    if (head.size() < 0) {
      throw new NotProven("checkpoint", "a size of at most " + Long.MAX_VALUE, Long.toUnsignedString(head.size()));
    }
    TileTree tree = TileTree.load(head.size(), tiles);
    if (!tree.head().equals(head)) {
      throw new NotProven("the last tiles", "the announced " + head, tree.head().toString());
    }
    int width = (int) (head.size() % Tile.FULL);
    List<byte[]> bundle = new ArrayList<>();
    if (width > 0) {
      EntryTile last = new EntryTile(head.size() / Tile.FULL, width);
      bundle.addAll(tiles.entries(last));
      requireHashes(last, bundle, tiles);
    }
    return new Resumed(tree, bundle, new ArrayList<>());
  }

  private boolean takeNext(TileReader tiles) throws IOException {
    EntryTile next = new EntryTile(tree.size() / Tile.FULL, Tile.FULL);
    List<byte[]> entries;
    try {
      entries = tiles.entries(next);
      requireHashes(next, entries, tiles);
    } catch (NotProven unfinished) {
      // Never announced: it is written again.
      return false;
    }
    int known = bundle.size();
    if (!Arrays.equals(EntryBundle.encode(entries.subList(0, known)), EntryBundle.encode(bundle))) {
      return false;
    }
    LeafHash leaf = new LeafHash();
    entries.subList(known, Tile.FULL).forEach(entry -> above.addAll(tree.append(leaf.of(entry))));
    above.removeIf(tile -> tile.tile().level() == 0);
    bundle.clear();
    return true;
  }

  private static void requireHashes(EntryTile bundle, List<byte[]> entries, TileReader tiles)
      throws IOException, NotProven {
    byte[] hashes = tiles.hashes(new HashTile(0, bundle.index(), bundle.width()));
    LeafHash leafHash = new LeafHash();
    for (int i = 0; i < entries.size(); i++) {
      TreeHash expected = TreeHash.of(hashes, i * TreeHash.LENGTH);
      TreeHash found = TreeHash.of(leafHash.of(entries.get(i)));
      if (!found.equals(expected)) {
        throw NotProven.at(bundle.firstEntry() + i, bundle.path(), "leaf hash " + expected, "leaf hash " + found);
      }
    }
  }
}
