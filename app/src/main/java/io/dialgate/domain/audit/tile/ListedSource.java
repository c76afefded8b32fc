package io.dialgate.domain.audit.tile;

import java.io.IOException;

import io.dialgate.domain.audit.NotProven;

/** A source that can tell which tiles it has, so that those can be looked at that no checkpoint asks for. */
public interface ListedSource extends TileSource {

  /** Takes one tile's name. */
  @FunctionalInterface
  interface Visitor {

    /** Looks at it. */
    void visit(Tile tile) throws IOException, NotProven;
  }

  /** Names every tile that lies there, in no particular order, without holding all names at once. */
  void forEach(Visitor visitor) throws IOException, NotProven;
}
