package io.dialgate.ledger.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.ledger.tile.TileWriter;
import io.dialgate.ledger.topic.LogTopic;
import io.dialgate.ledger.topic.StoredEntry;
import io.dialgate.ledger.topic.TopicCheck;

/**
 * Writes one log up to its largest signed head. What is in the folder stays; what is new is appended, forced to the disk, and
 * announced last. If the tree is not the signed one in the end, nothing is announced.
 *
 * @param folder of this log
 * @param key the log's, whose name is its origin
 * @param topic to find entries on
 * @param entries to read them from
 */
public record LogExport(Path folder, VerifierKey key, LogTopic topic, TopicCheck entries) {

  /**
   * What was done.
   *
   * @param head that the folder has now
   * @param written entries that were new
   */
  public record Done(TreeHead head, long written) {}

  /** How many entries the largest of these notes covers: for a progress bar. */
  public long remaining(List<byte[]> notes) {
    try {
      return largest(notes).head().size();
    } catch (NotProven e) {
      return 0;
    }
  }

  /**
   * Writes what is missing.
   *
   * @param log its partition
   * @param notes its last signed checkpoints
   * @param progress is told how many entries the folder has
   * @throws NotProven if there is no signed head, or the topic or the folder does not lead to it
   */
  public Done run(int log, List<byte[]> notes, LongConsumer progress) throws IOException, NotProven {
    SignedCheckpoint signed = largest(notes);
    long size = signed.head().size();
    try (TileWriter writer = TileWriter.open(folder, key)) {
      long before = writer.size();
      if (before > size) {
        throw new NotProven(folder.toString(), "at most the signed " + signed.head(), "size " + before);
      }
      if (before < size) {
        append(log, writer, size, progress);
      }
      writer.announce(signed.note().bytes());
      return new Done(signed.head(), size - before);
    }
  }

  private void append(int log, TileWriter writer, long size, LongConsumer progress) throws IOException, NotProven {
    Optional<StoredEntry> first = topic.at(log, writer.size());
    if (first.isPresent()) {
      entries.readFrom(log, first.get().offset(), entry -> {
        entry.requireNext(key.name(), writer.size());
        writer.append(entry.bytes());
        progress.accept(writer.size());
        return writer.size() < size;
      });
    }
    if (writer.size() < size) {
      throw NotProven.at(writer.size(), key.name(), "entry " + writer.size() + ", which is signed",
          "the end of the topic");
    }
  }

  private SignedCheckpoint largest(List<byte[]> notes) throws NotProven {
    SignedCheckpoint largest = null;
    for (byte[] note : notes) {
      SignedCheckpoint one = SignedCheckpoint.open(note, key);
      if (largest == null || one.head().size() > largest.head().size()) {
        largest = one;
      }
    }
    if (largest == null) {
      throw new NotProven("audit-checkpoints", "a signed head of " + key.name(), "none");
    }
    return largest;
  }
}
