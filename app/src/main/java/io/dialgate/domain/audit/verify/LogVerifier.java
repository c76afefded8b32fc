package io.dialgate.domain.audit.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.tile.EntryTile;
import io.dialgate.domain.audit.tile.HashTile;
import io.dialgate.domain.audit.tile.ListedSource;
import io.dialgate.domain.audit.tile.StoredTile;
import io.dialgate.domain.audit.tile.Tile;
import io.dialgate.domain.audit.tile.TileReader;
import io.dialgate.domain.audit.tile.TileSource;

/**
 * Checks a whole log: reads every entry once, hashes it, and compares on the way up with every tile, with every known head and
 * at last with the signed root. It believes the key, and the heads that it was given; it holds one bundle of entries and the
 * last tile of each level, whatever the log's length.
 *
 * <p>A checkpoint alone cannot tell whether it is the newest, or whether another history was signed before: give it every head
 * that the log was seen to sign.
 */
public final class LogVerifier {

  private final VerifierKey key;
  private final List<TreeHead> known;
  private final EntryCheck each;
  private final LeafHash leafHash = new LeafHash();

  /**
   * A verifier of one log.
   *
   * @param key the log's, whose name is the log's origin
   * @param known heads that this log signed, from checkpoints that were opened with that key; in any order
   * @param each looks at every entry
   */
  public LogVerifier(VerifierKey key, List<TreeHead> known, EntryCheck each) {
    this.key = key;
    this.known = List.copyOf(known);
    this.each = each;
  }

  /**
   * Checks the log that lies there.
   *
   * @throws IOException if the source cannot be read, which says nothing about the log
   */
  public LogCheck verify(TileSource source) throws IOException {
    try {
      return whole(source);
    } catch (NotProven failure) {
      return LogCheck.Broken.of(failure);
    }
  }

  private LogCheck.Whole whole(TileSource source) throws IOException, NotProven {
    SignedCheckpoint signed = Checkpoints.read(source, key);
    long size = signed.head().size();
    Replay replay = Replay.against(known);
    replay.requireReached(size, "checkpoint");
    TileReader tiles = new TileReader(source);
    for (long index = 0; index * Tile.FULL < size; index++) {
      EntryTile bundle = new EntryTile(index, Tile.FULL);
      check(bundle.withWidth(bundle.widthAt(size)), tiles, replay);
    }
    for (StoredTile tile : replay.partial()) {
      compare(tile, tiles);
    }
    if (!replay.head().equals(signed.head())) {
      throw new NotProven("checkpoint", "the signed " + signed.head(), "of the entries " + replay.head());
    }
    if (source instanceof ListedSource listed) {
      new Leftovers(size, Checkpoints.read(source, key).head().size(), listed).check();
    }
    return new LogCheck.Whole(signed);
  }

  private void check(EntryTile bundle, TileReader tiles, Replay replay) throws IOException, NotProven {
    List<byte[]> entries = tiles.entries(bundle);
    HashTile hashed = new HashTile(0, bundle.index(), bundle.width());
    byte[] hashes = tiles.hashes(hashed);
    for (int i = 0; i < bundle.width(); i++) {
      long index = bundle.firstEntry() + i;
      byte[] leaf = leafHash.of(entries.get(i));
      if (!Arrays.equals(leaf, 0, leaf.length, hashes, i * TreeHash.LENGTH, (i + 1) * TreeHash.LENGTH)) {
        throw NotProven.at(index, "entry %d of %s, hashed in %s".formatted(index, bundle.path(), hashed.path()),
            "leaf hash " + TreeHash.of(hashes, i * TreeHash.LENGTH), "leaf hash " + TreeHash.of(leaf));
      }
      each.check(index, entries.get(i));
      for (StoredTile full : replay.append(leaf)) {
        compare(full, tiles);
      }
    }
  }

  /** The tiles of level 0 were compared hash by hash. */
  private static void compare(StoredTile found, TileReader tiles) throws IOException, NotProven {
    HashTile tile = found.tile();
    byte[] expected = tile.level() == 0 ? found.hashes() : tiles.hashes(tile);
    int differs = Arrays.mismatch(expected, found.hashes());
    if (differs >= 0) {
      int hash = differs / TreeHash.LENGTH;
      HashTile below = new HashTile(tile.level() - 1, tile.index() * Tile.FULL + hash, Tile.FULL);
      throw NotProven.at(below.firstEntry(), tile.path(), "as root of %s %s".formatted(below.path(),
          TreeHash.of(expected, hash * TreeHash.LENGTH)),
          TreeHash.of(found.hashes(), hash * TreeHash.LENGTH).toString());
    }
  }
}
