package io.dialgate.domain.audit.verify;

import java.io.IOException;
import java.util.Optional;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.tile.TileSource;

/** Reads the checkpoint of a source. */
final class Checkpoints {

  private static final String WHERE = "checkpoint";

  private Checkpoints() {}

  /** The log's own, of a size that a long can tell. */
  static SignedCheckpoint read(TileSource source, VerifierKey key) throws IOException, NotProven {
    Optional<byte[]> bytes = source.checkpoint();
    if (bytes.isEmpty() || bytes.get().length > TileSource.MAX_CHECKPOINT_BYTES) {
      throw new NotProven(WHERE, "a signed checkpoint of at most " + TileSource.MAX_CHECKPOINT_BYTES + " bytes",
          bytes.isEmpty() ? "none" : "more");
    }
    SignedCheckpoint signed = SignedCheckpoint.open(bytes.get(), key);
    long size = signed.head().size();
    if (size < 0) {
      throw new NotProven(WHERE, "a size of at most " + Long.MAX_VALUE, Long.toUnsignedString(size));
    }
    return signed;
  }
}
