package io.dialgate.ledger.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;

/** Every head of some logs that is on {@code audit-checkpoints}: some hundred bytes for each second in which there was something to sign. */
public final class SignedHeads {

  private final Map<String, List<TreeHead>> heads = new HashMap<>();
  private final Map<String, NotProven> broken = new HashMap<>();

  private SignedHeads() {}

  /**
   * Reads them all, and checks each signature.
   *
   * @param keys the logs' keys, whose names are their origins; what is signed for other origins is passed over
   */
  public static SignedHeads read(NotesTopic notes, Collection<VerifierKey> keys) {
    var read = new SignedHeads();
    Map<String, VerifierKey> byOrigin = new HashMap<>();
    keys.forEach(key -> byOrigin.put(key.name(), key));
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
  public List<TreeHead> of(String origin) throws NotProven {
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
