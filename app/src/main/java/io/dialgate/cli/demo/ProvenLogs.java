package io.dialgate.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.verify.Prover;
import io.dialgate.domain.audit.verify.Prover.ProvenEntry;
import io.dialgate.ledger.key.KeyFile;
import io.dialgate.ledger.tile.HttpTiles;

/**
 * The logs as an outsider has them: over HTTP, and with their public key.
 *
 * @param http where the gate's API answers
 * @param keyFile of the key that signs; an outsider was given its public half
 * @param origin of the logs
 */
record ProvenLogs(URI http, Path keyFile, String origin) {

  /** The size of a log's signed head; -1 while there is none that the key signed. */
  long signed(int log) {
    try (var tiles = tiles(log)) {
      Optional<byte[]> checkpoint = tiles.checkpoint();
      return checkpoint.isEmpty() ? -1 : SignedCheckpoint.open(checkpoint.get(), key(log)).head().size();
    } catch (IOException | NotProven e) {
      return -1;
    }
  }

  /** Whether an entry is proven, and is no longer when one of its bytes is another. */
  boolean proves(int log, long index) {
    try (var tiles = tiles(log)) {
      ProvenEntry proven = Prover.open(tiles, key(log)).prove(index);
      proven.file().check(proven.entry(), key(log));
      return !isProven(proven, altered(proven.entry()), key(log));
    } catch (IOException | NotProven e) {
      return false;
    }
  }

  private static boolean isProven(ProvenEntry proven, byte[] entry, VerifierKey key) {
    try {
      proven.file().check(entry, key);
      return true;
    } catch (NotProven e) {
      return false;
    }
  }

  private static byte[] altered(byte[] entry) {
    byte[] altered = entry.clone();
    altered[altered.length - 1] ^= 1;
    return altered;
  }

  private HttpTiles tiles(int log) {
    return new HttpTiles(http.resolve("/v1/audit/" + log), null);
  }

  private VerifierKey key(int log) throws IOException {
    return new KeyFile(keyFile).read().verifierKey(origin + "/" + log);
  }
}
