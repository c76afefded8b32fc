package io.dialgate.ledger.tile;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.tile.TileSource;
import io.dialgate.domain.audit.verify.Prover;
import io.dialgate.domain.audit.verify.Prover.ProvenEntry;

/** Proves an entry that may be so new that no signed head covers it yet. */
public final class CoveredEntry {

  /** How long that may take: a head is signed every second. */
  public static final Duration SIGNED_WITHIN = Duration.ofSeconds(10);

  private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(200);

  private CoveredEntry() {}

  /**
   * Proves an entry, and waits for the head that covers it, if need be.
   *
   * @param name of the source, for people
   * @throws NotProven if the log does not prove it
   * @throws IOException if the tiles cannot be had
   */
  public static ProvenEntry prove(TileSource tiles, VerifierKey key, long index, String name)
      throws NotProven, IOException {
    long deadline = System.nanoTime() + SIGNED_WITHIN.toNanos();
    Prover prover = Prover.open(tiles, key);
    while (index >= prover.checkpoint().head().size() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_AGAIN_AFTER.toNanos());
      prover = Prover.open(tiles, key);
    }
    long size = prover.checkpoint().head().size();
    if (index >= size) {
      throw NotProven.at(index, name, "an index below the signed size " + size, "index " + index);
    }
    return prover.prove(index);
  }
}
