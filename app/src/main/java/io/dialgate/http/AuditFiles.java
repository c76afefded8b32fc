package io.dialgate.http;

import java.util.Optional;

import io.dialgate.domain.audit.tile.TileSource;

/** The logs, as they are served. */
public interface AuditFiles {

  /** A log's files; empty if there is no such log. */
  Optional<TileSource> log(int log);

  /** A log's public key (C2SP signed-note vkey); empty if there is no such log, or it has no key yet. */
  Optional<String> key(int log);
}
