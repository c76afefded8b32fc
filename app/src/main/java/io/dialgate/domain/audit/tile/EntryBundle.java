package io.dialgate.domain.audit.tile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.dialgate.domain.audit.NotProven;

/** The bytes of a bundle: entries one after the other, each after its length as an unsigned 16-bit number, big-endian. */
public final class EntryBundle {

  /** The longest entry that a bundle can hold, in bytes. */
  public static final int MAX_ENTRY_BYTES = 65_535;

  static final int LENGTH_BYTES = 2;

  private EntryBundle() {}

  /**
   * Writes entries.
   *
   * @throws IllegalArgumentException if one is longer than {@value #MAX_ENTRY_BYTES} bytes
   */
  public static byte[] encode(List<byte[]> entries) {
    var out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      requireLength(entry);
      out.write(entry.length >>> Byte.SIZE);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  /** Refuses an entry that is too long. */
  public static void requireLength(byte[] entry) {
    if (entry.length > MAX_ENTRY_BYTES) {
      throw new IllegalArgumentException("expected an entry of at most %d bytes, but got %d; bound it where it is made"
          .formatted(MAX_ENTRY_BYTES, entry.length));
    }
  }

  /**
   * Reads the bundle.
   *
   * @param tile its name, which says how many entries it must have
   * @throws NotProven if it has fewer or more, or ends within one
   */
  public static List<byte[]> decode(byte[] bundle, EntryTile tile) throws NotProven {
    List<byte[]> entries = new ArrayList<>(tile.width());
    int at = 0;
    while (at < bundle.length && entries.size() < tile.width()) {
      long index = tile.firstEntry() + entries.size();
      int begin = at + LENGTH_BYTES;
      int length = begin > bundle.length
          ? 0
          : Byte.toUnsignedInt(bundle[at]) << Byte.SIZE | Byte.toUnsignedInt(bundle[at + 1]);
      if (begin + length > bundle.length) {
        throw NotProven.at(index, tile.path(), "a whole entry " + index,
            "an end after " + (bundle.length - at) + " bytes of it");
      }
      at = begin + length;
      entries.add(Arrays.copyOfRange(bundle, begin, at));
    }
    if (entries.size() < tile.width()) {
      throw NotProven.at(tile.firstEntry() + entries.size(), tile.path(), tile.width() + " entries",
          Integer.toString(entries.size()));
    }
    if (at < bundle.length) {
      throw NotProven.at(tile.firstEntry() + tile.width(), tile.path(), tile.width() + " entries",
          (bundle.length - at) + " bytes more");
    }
    return entries;
  }
}
