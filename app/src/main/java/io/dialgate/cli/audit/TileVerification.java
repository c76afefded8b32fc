package io.dialgate.cli.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.ProgressBar;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.tile.TileSource;
import io.dialgate.domain.audit.verify.LogCheck;
import io.dialgate.domain.audit.verify.LogVerifier;
import io.dialgate.wire.record.EntryEnvelope;

/** Checks logs that lie as tiles: a folder, an HTTP address. */
record TileVerification(Output output, LogKeys.Keys keys, List<Path> kept) {

  /** Whether the log is whole; what was found is told. */
  boolean verify(int log, TileSource source) throws IOException {
    VerifierKey key = keys.of(log);
    var findings = new LogFindings(key.name());
    try (var bar = new ProgressBar(output, expectedSize(source, key))) {
      var verifier = new LogVerifier(key, KeptHeads.read(kept, key), (index, bytes) -> {
        EntryEnvelope entry = EntryEnvelope.read(bytes)
            .orElseThrow(() -> NotProven.at(index, key.name(), "an audit entry", "other bytes"));
        requirePlace(entry, key.name(), index);
        findings.see(entry);
        bar.at(index + 1);
      });
      switch (verifier.verify(source)) {
        case LogCheck.Whole(SignedCheckpoint signed) -> {
          findings.tellWhole(output, signed.head(), signed.head().size());
          return true;
        }
        case LogCheck.Broken broken -> {
          findings.tellBroken(output, broken);
          return false;
        }
      }
    }
  }

  private static void requirePlace(EntryEnvelope entry, String origin, long index) throws NotProven {
    if (entry.index() != index || !entry.log().equals(origin)) {
      throw NotProven.at(index, origin, "entry %d of %s".formatted(index, origin),
          "one that calls itself entry %d of %s".formatted(entry.index(), entry.log()));
    }
  }

  /** For the bar only. */
  private static long expectedSize(TileSource source, VerifierKey key) throws IOException {
    Optional<byte[]> checkpoint = source.checkpoint();
    try {
      return checkpoint.isEmpty() ? 0 : SignedCheckpoint.open(checkpoint.get(), key).head().size();
    } catch (NotProven e) {
      return 0;
    }
  }
}
