package io.dialgate.ledger.tile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.tile.EntryBundle;
import io.dialgate.domain.audit.tile.EntryTile;
import io.dialgate.domain.audit.tile.StoredTile;
import io.dialgate.domain.audit.tile.Tile;

/**
 * Grows a log's folder in place. Tiles are written as they become full; {@link #persist} writes the parts and waits for the
 * disk; {@link #announce} puts the checkpoint there, always last, so that nothing is announced that is not kept.
 *
 * <pre>
 * open ─▶ append* ─▶ persist ─▶ (sign head) ─▶ announce ─▶ append* ...
 * </pre>
 *
 * <p>One writer a folder, which a lock holds to; confined to one thread. Memory: the last bundle and the last tile of each
 * level.
 */
public final class TileWriter implements Closeable {

  private static final String LOCK = ".lock";

  private final VerifierKey key;
  private final Path folder;
  private final FileChannel lock;
  private final DurableFiles files;
  private final LeafHash leafHash = new LeafHash();
  private final Resumed at;
  private final List<Tile> completed = new ArrayList<>();
  private long persisted = -1;
  private boolean hasFailed;

  private TileWriter(VerifierKey key, Path folder, FileChannel lock, DurableFiles files) throws IOException, NotProven {
    this.key = key;
    this.folder = folder;
    this.lock = lock;
    this.files = files;
    files.deleteDrafts();
    TileFolder tiles = new TileFolder(folder);
    this.at = Resumed.from(tiles, key);
    tiles.forEach(this::deleteUnfinished);
    write(at.above());
  }

  /**
   * Opens a folder, which is made if there is none, and goes on where it ends: after its checkpoint, and after whole tiles
   * that were written but not announced.
   *
   * @param key the log's, whose name is its origin
   * @throws NotProven if there is a checkpoint that is not this log's, or tiles that do not fit it
   * @throws IllegalStateException if another writer has the folder
   */
  public static TileWriter open(Path folder, VerifierKey key) throws IOException, NotProven {
    Path absolute = folder.toAbsolutePath().normalize();
    DurableFiles files = new DurableFiles(absolute);
    files.createRoot();
    FileChannel lock = lock(absolute);
    try {
      return new TileWriter(key, absolute, lock, files);
    } catch (IOException | NotProven | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** A tile beyond the end was never announced, and would look as if a later checkpoint had been taken away. */
  private void deleteUnfinished(Tile tile) throws IOException {
    if (tile.width() > tile.widthAt(size())) {
      Files.delete(folder.resolve(tile.path()));
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this process: told as if by another one.
    }
    channel.close();
    throw new IllegalStateException(
        "expected to be the only writer of %s, but got another one; wait for it or choose another folder"
            .formatted(folder));
  }

  /** The number of entries that the folder has, announced or not: the index of the next one. */
  public long size() {
    return at.tree().size();
  }

  /** The tree over all entries, announced or not. */
  public TreeHead head() {
    return at.tree().head();
  }

  /**
   * Adds an entry.
   *
   * @return its index
   * @throws IllegalArgumentException if it is longer than {@value EntryBundle#MAX_ENTRY_BYTES} bytes
   * @throws IOException if it cannot be written; this writer is then of no more use, and the next one goes on
   */
  public long append(byte[] entry) throws IOException {
    EntryBundle.requireLength(entry);
    long index = size();
    requireUsable();
    hasFailed = true;
    at.bundle().add(entry.clone());
    List<StoredTile> full = at.tree().append(leafHash.of(entry));
    if (!full.isEmpty()) {
      Tile bundle = new EntryTile(index / Tile.FULL, Tile.FULL);
      files.write(bundle.path(), EntryBundle.encode(at.bundle()));
      completed.add(bundle);
      at.bundle().clear();
      write(full);
    }
    hasFailed = false;
    return index;
  }

  private void write(List<StoredTile> full) throws IOException {
    for (StoredTile tile : full) {
      files.write(tile.tile().path(), tile.hashes());
      completed.add(tile.tile());
    }
  }

  /**
   * Returns when everything that was appended is on the disk: from then on the head may be signed.
   *
   * @throws IOException as {@link #append}
   */
  public void persist() throws IOException {
    requireUsable();
    if (persisted == size()) {
      return;
    }
    hasFailed = true;
    if (!at.bundle().isEmpty()) {
      files.write(new EntryTile(size() / Tile.FULL, at.bundle().size()).path(), EntryBundle.encode(at.bundle()));
    }
    for (StoredTile tile : at.tree().partial()) {
      files.write(tile.tile().path(), tile.hashes());
    }
    files.sync();
    persisted = size();
    hasFailed = false;
  }

  /**
   * Persists, and then replaces the checkpoint. Parts of tiles that are full by now are deleted.
   *
   * @param checkpoint the signed note
   * @throws NotProven if it is not of this log, or not of exactly this head; nothing is announced then
   * @throws IOException as {@link #append}
   */
  public SignedCheckpoint announce(byte[] checkpoint) throws IOException, NotProven {
    SignedCheckpoint signed = SignedCheckpoint.open(checkpoint, key);
    if (!signed.head().equals(head())) {
      throw new NotProven("the checkpoint to announce", "the folder's " + head(), signed.head().toString());
    }
    persist();
    hasFailed = true;
    files.write(TileFolder.CHECKPOINT, checkpoint);
    files.sync();
    for (Tile tile : completed) {
      Parts.delete(folder.resolve(tile.path()));
    }
    completed.clear();
    hasFailed = false;
    return signed;
  }

  /** After a failed write nobody knows what is on the disk, and asking again may be answered wrongly. */
  private void requireUsable() {
    if (hasFailed) {
      throw new IllegalStateException(
          "expected a writer that has not failed, but got one that has, for %s; open it again"
              .formatted(folder));
    }
  }

  /** Gives the folder free. What was not persisted is appended again by the next writer. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
