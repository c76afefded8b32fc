package io.dialgate.domain.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.dialgate.domain.audit.Inclusion;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.tile.EntryTile;
import io.dialgate.domain.audit.tile.Tile;
import io.dialgate.domain.audit.tile.TileNodes;
import io.dialgate.domain.audit.tile.TileReader;
import io.dialgate.domain.audit.tile.TileSource;

/** Makes proof files from a log's tiles, all of them against the checkpoint that lay there first. Confined to one thread. */
public final class Prover {

  private final VerifierKey key;
  private final SignedCheckpoint signed;
  private final TileReader tiles;
  private final TileNodes nodes;

  private Prover(VerifierKey key, SignedCheckpoint signed, TileReader tiles) {
    this.key = key;
    this.signed = signed;
    this.tiles = tiles;
    this.nodes = new TileNodes(tiles, signed.head().size());
  }

  /**
   * What is proven.
   *
   * @param file the proof
   * @param entry the entry's exact bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes that are handed on, never compared.
  public record ProvenEntry(ProofFile file, byte[] entry) {}

  /**
   * Begins with the checkpoint that lies there.
   *
   * @throws NotProven if there is none, or it is not the log's
   */
  public static Prover open(TileSource source, VerifierKey key) throws IOException, NotProven {
    return new Prover(key, Checkpoints.read(source, key), new TileReader(source));
  }

  /** The checkpoint that everything is proven against. */
  public SignedCheckpoint checkpoint() {
    return signed;
  }

  /**
   * Proves one entry. The proof is checked before it is handed out: a broken store must not be found out by whoever gets it.
   *
   * @param index 0 to below the checkpoint's size
   * @throws IllegalArgumentException if the index is outside
   * @throws NotProven if tiles are missing or do not lead to the signed root
   */
  public ProvenEntry prove(long index) throws IOException, NotProven {
    long size = signed.head().size();
    List<TreeHash> proof = Inclusion.prove(index, size, nodes);
    EntryTile bundle = new EntryTile(index / Tile.FULL, Tile.FULL);
    byte[] entry = tiles.entries(bundle.withWidth(bundle.widthAt(size))).get((int) (index % Tile.FULL));
    var file = new ProofFile(Optional.empty(), index, proof, new String(signed.note().bytes(), UTF_8));
    file.check(entry, key);
    return new ProvenEntry(file, entry);
  }
}
