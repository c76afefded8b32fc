package io.dialgate.cli.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.runtime.Refused;

/** Checkpoints that somebody has kept: whoever has one notices when its log was begun anew. */
final class KeptHeads {

  private KeptHeads() {}

  /** The heads in these files. */
  static List<TreeHead> read(List<Path> files, VerifierKey key) {
    List<TreeHead> heads = new ArrayList<>();
    for (Path file : files) {
      try {
        heads.add(SignedCheckpoint.open(Files.readAllBytes(file), key).head());
      } catch (IOException e) {
        throw new Refused("expected --checkpoint %s to be a file, but got '%s'".formatted(file, e.getMessage()), e);
      } catch (NotProven e) {
        throw new Refused("expected --checkpoint %s to be a checkpoint that %s signed, but: %s".formatted(file, key,
            e.getMessage()), e);
      }
    }
    return heads;
  }
}
