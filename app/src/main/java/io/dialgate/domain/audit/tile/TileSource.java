package io.dialgate.domain.audit.tile;

import java.io.IOException;
import java.util.Optional;

/** Where a log's files can be read: a folder, an HTTP address. Nothing that comes from it is believed. */
public interface TileSource {

  /** The longest checkpoint that is read, in bytes: far more than any number of signatures that a log collects. */
  int MAX_CHECKPOINT_BYTES = 1 << 16;

  /**
   * The signed checkpoint as it lies there; empty if there is none.
   *
   * @return of a longer one, {@value #MAX_CHECKPOINT_BYTES} bytes and one more
   * @throws IOException if it cannot be read now
   */
  Optional<byte[]> checkpoint() throws IOException;

  /**
   * A tile as it lies there; empty if there is none.
   *
   * @return of a file that is too long, {@link Tile#maxBytes()} and one more
   * @throws IOException if it cannot be read now
   */
  Optional<byte[]> tile(Tile tile) throws IOException;
}
