package io.dialgate.ledger.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.Checkpoint;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.tile.EntryTile;
import io.dialgate.domain.audit.tile.Tile;
import io.dialgate.domain.audit.tile.TileReader;
import io.dialgate.domain.audit.verify.Growth;
import io.dialgate.ledger.key.SigningKey;
import io.dialgate.ledger.tile.TileFolder;
import io.dialgate.ledger.tile.TileWriter;
import io.dialgate.ledger.topic.StoredEntry;

/**
 * One log and the only hand that signs it: it never signs what is inconsistent with anything that it knows to be signed.
 *
 * <pre>
 * open ─▶ remember* ─▶ append* ─▶ sign ─▶ (publish) ─▶ announce ─▶ append* ...
 * </pre>
 *
 * <p>The largest head that is known to be signed comes from the folder or from the topic: a folder that was restored from an
 * older backup has forgotten some, and then nothing is signed before the log has grown past them, and contains them. Confined
 * to one thread.
 */
public final class SignedLog implements Closeable {

  private final String origin;
  private final SigningKey key;
  private final TileFolder tiles;
  private final TileWriter writer;
  private @Nullable TreeHead signed;
  private boolean isAnnounced;

  private SignedLog(String origin, SigningKey key, TileFolder tiles, TileWriter writer) {
    this.origin = origin;
    this.key = key;
    this.tiles = tiles;
    this.writer = writer;
  }

  /**
   * Opens a log's folder, or begins one.
   *
   * @param folder of this log alone
   * @param origin the log's name
   * @throws NotProven if what lies there is not this log's, or broken
   * @throws IllegalStateException if somebody else has it open
   */
  public static SignedLog open(Path folder, String origin, SigningKey key) throws IOException, NotProven {
    TileFolder tiles = new TileFolder(folder);
    TileWriter writer = TileWriter.open(folder, key.verifierKey(origin));
    try {
      var log = new SignedLog(origin, key, tiles, writer);
      Optional<byte[]> checkpoint = tiles.checkpoint();
      if (checkpoint.isPresent()) {
        log.remember(checkpoint.get());
      }
      return log;
    } catch (IOException | NotProven | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /**
   * Takes note of a head that was signed before, here or elsewhere.
   *
   * @param note the signed checkpoint
   * @throws NotProven if it is not of this log and key, or contradicts the folder or another head
   */
  public void remember(byte[] note) throws IOException, NotProven {
    TreeHead head = SignedCheckpoint.open(note, key.verifierKey(origin)).head();
    TreeHead known = signed;
    if (known != null && known.size() == head.size() && !known.equals(head)) {
      throw new NotProven("the signed heads of " + origin, "one root at " + known, "another one, " + head);
    }
    if (head.size() <= writer.size()) {
      Growth.require(head, writer.head(), tilesOf(writer.head()));
    }
    if (known == null || known.size() < head.size()) {
      signed = head;
    }
  }

  /** What the tiles prove is read from the disk, where the last ones may still be missing. */
  private TileFolder tilesOf(TreeHead head) throws IOException {
    if (head.size() > 0) {
      writer.persist();
    }
    return tiles;
  }

  /** The index of the next entry. */
  public long size() {
    return writer.size();
  }

  /**
   * Adds the next entry.
   *
   * @throws NotProven if it is another log's, or not the next one: then the topic has lost, repeated or invented entries
   */
  public void append(StoredEntry entry) throws IOException, NotProven {
    entry.requireNext(origin, size());
    writer.append(entry.bytes());
  }

  /**
   * Signs the head, if it is a new one. When this returns, all that it covers is on the disk.
   *
   * @return the note; empty if there is nothing new, or the log has not grown again to what was signed before
   * @throws NotProven if the log does not contain what was signed before: nothing is signed then, now and later
   */
  public Optional<SignedCheckpoint> sign() throws IOException, NotProven {
    TreeHead head = writer.head();
    TreeHead before = signed;
    if (before != null && (head.size() < before.size() || (isAnnounced && head.equals(before)))) {
      return Optional.empty();
    }
    writer.persist();
    if (before != null) {
      Growth.require(before, head, tiles);
    }
    byte[] note = key.sign(origin, Checkpoint.of(origin, head).text()).bytes();
    // From here on it may be known to somebody, whatever becomes of it.
    signed = head;
    isAnnounced = false;
    return Optional.of(SignedCheckpoint.open(note, key.verifierKey(origin)));
  }

  /** Puts a note, which everybody may see by now, beside the tiles. */
  public void announce(SignedCheckpoint checkpoint) throws IOException, NotProven {
    writer.announce(checkpoint.note().bytes());
    isAnnounced = true;
  }

  /**
   * Compares the folder's last entry with the topic's one of the same index.
   *
   * @throws NotProven if they differ, or the topic has it no more
   */
  public void requireLast(Optional<StoredEntry> onTopic) throws IOException, NotProven {
    long last = size() - 1;
    byte[] kept = lastOf(last);
    if (onTopic.isEmpty() || !Arrays.equals(kept, onTopic.get().bytes())) {
      throw NotProven.at(last, origin, "entry " + last + " of the topic to be the one in the folder",
          onTopic.isEmpty() ? "a topic that ends before" : "another one");
    }
  }

  private byte[] lastOf(long index) throws IOException, NotProven {
    var reader = new TileReader(tilesOf(writer.head()));
    var bundle = new EntryTile(index / Tile.FULL, (int) (index % Tile.FULL) + 1);
    List<byte[]> entries = reader.entries(bundle);
    return entries.getLast();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
