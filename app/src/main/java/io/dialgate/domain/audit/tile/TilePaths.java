package io.dialgate.domain.audit.tile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths of tiles.
 *
 * <pre>
 * tile/LEVEL-or-entries/INDEX[.p/WIDTH]
 * INDEX  groups of three digits, each but the last after an x: 1234067 is x001/x234/067
 * WIDTH  1 to 255, only where the tile is not full
 * </pre>
 */
final class TilePaths {

  static final String ENTRIES = "entries";

  private static final int GROUP = 1000;

  /** 18 digits at most: an index of as many tiles covers more entries than a log can have. */
  private static final Pattern PATH = Pattern
      .compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  private TilePaths() {}

  static void requireBounds(long index, int width) {
    if (index < 0 || width < 1 || width > Tile.FULL) {
      throw new IllegalArgumentException(
          "expected a tile index of 0 or more and a width of 1 to %d, but got %d and %d; name a tile that exists"
              .formatted(Tile.FULL, index, width));
    }
  }

  /** How many of the level's hashes or entries fall to a tile. */
  static int width(long index, long ofLevel) {
    if (index > ofLevel / Tile.FULL) {
      return 0;
    }
    return (int) Math.min(Tile.FULL, ofLevel - index * Tile.FULL);
  }

  static String of(String kind, long index, int width) {
    String path = "tile/" + kind + '/' + index(index);
    return width == Tile.FULL ? path : path + ".p/" + width;
  }

  private static String index(long index) {
    String last = String.format(Locale.ROOT, "%03d", index % GROUP);
    return index < GROUP ? last : groups(index / GROUP) + last;
  }

  private static String groups(long index) {
    String last = String.format(Locale.ROOT, "x%03d/", index % GROUP);
    return index < GROUP ? last : groups(index / GROUP) + last;
  }

  static Optional<Tile> parse(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
    int width = parts.group(3) == null ? Tile.FULL : Integer.parseInt(parts.group(3));
    boolean isEntries = parts.group(1).equals(ENTRIES);
    int level = isEntries ? 0 : Integer.parseInt(parts.group(1));
    if (width > Tile.FULL || level > HashTile.MAX_LEVEL) {
      return Optional.empty();
    }
    Tile tile = isEntries ? new EntryTile(index, width) : new HashTile(level, index, width);
    // Leading zeros, or a full tile written as a part: every tile has one name only.
    return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
  }
}
