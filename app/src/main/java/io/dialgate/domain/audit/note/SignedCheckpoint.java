package io.dialgate.domain.audit.note;

import java.util.List;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;

/** A checkpoint whose signature was checked: it cannot be had otherwise. */
public final class SignedCheckpoint {

  private final Checkpoint checkpoint;
  private final SignedNote note;

  private SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {
    this.checkpoint = checkpoint;
    this.note = note;
  }

  /**
   * Reads a signed checkpoint of one log.
   *
   * @param bytes the note
   * @param key the log's, whose name is the log's origin
   * @throws NotProven if it is malformed, not signed by the key, or of another log
   */
  public static SignedCheckpoint open(byte[] bytes, VerifierKey key) throws NotProven {
    SignedNote note = SignedNote.parse(bytes);
    note.verify(List.of(key));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (!checkpoint.origin().equals(key.name())) {
      throw new NotProven("the checkpoint", "origin " + key.name(), checkpoint.origin());
    }
    return new SignedCheckpoint(checkpoint, note);
  }

  /** What was signed. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** The tree that was signed. */
  public TreeHead head() {
    return checkpoint.head();
  }

  /** The note, signatures of others included; its bytes are those that were read. */
  public SignedNote note() {
    return note;
  }
}
