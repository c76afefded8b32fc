package io.dialgate.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.ledger.topic.NotesTopic;

/** Every head of every log that is on {@code audit-checkpoints}. */
final class SignedHeads {

  private final Map<String, List<TreeHead>> heads = new HashMap<>();
  private final Map<String, NotProven> broken = new HashMap<>();

  private SignedHeads() {}

  /** Reads them all, and checks each signature. */
  static SignedHeads read(NotesTopic notes, int logs, LogKeys.Keys keys) {
    var read = new SignedHeads();
    Map<String, VerifierKey> byOrigin = new HashMap<>();
    for (int log = 0; log < logs; log++) {
      byOrigin.put(keys.of(log).name(), keys.of(log));
    }
    notes.forEach((origin, note) -> {
      VerifierKey key = byOrigin.get(origin);
      if (key != null) {
        read.add(origin, note, key);
      }
    });
    return read;
  }

  private void add(String origin, byte[] note, VerifierKey key) {
    try {
      heads.computeIfAbsent(origin, _ -> new ArrayList<>()).add(SignedCheckpoint.open(note, key).head());
    } catch (NotProven failure) {
      broken.putIfAbsent(origin, failure);
    }
  }

  /**
   * The heads of a log, in the order in which they were published.
   *
   * @throws NotProven if there is a note under its name that its key did not sign, or none at all
   */
  List<TreeHead> of(String origin) throws NotProven {
    NotProven failure = broken.get(origin);
    if (failure != null) {
      throw failure;
    }
    List<TreeHead> found = heads.get(origin);
    if (found == null) {
      throw new NotProven("audit-checkpoints", "a signed head of " + origin, "none");
    }
    return found;
  }
}
