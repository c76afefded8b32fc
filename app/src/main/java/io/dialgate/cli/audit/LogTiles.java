package io.dialgate.cli.audit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.tile.TileSource;
import io.dialgate.domain.audit.verify.Prover.ProvenEntry;
import io.dialgate.ledger.tile.CoveredEntry;
import io.dialgate.ledger.tile.HttpTiles;
import io.dialgate.ledger.tile.TileFolder;
import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Settings;

/** Where a verb takes tiles from to prove entries. Use as {@code @Mixin LogTiles tiles}. */
public final class LogTiles {

  @Option(names = "--dir", paramLabel = "DIR", description = "Take the tiles from a folder that 'audit export' wrote.")
  private @Nullable Path dir;

  @Option(names = "--url", paramLabel = "URL", description = "Take the tiles from this address (default: /v1/audit under setting http.url).")
  private @Nullable URI url;

  /**
   * Proves an entry, and waits for the head that covers it, if need be.
   *
   * @throws NotProven if the log does not prove it
   */
  public ProvenEntry prove(Settings settings, VerifierKey key, int log, long index) throws NotProven {
    try (Source source = source(settings, log)) {
      return CoveredEntry.prove(source.tiles(), key, index, source.name());
    } catch (IOException e) {
      throw new Unreachable("expected log %d from %s, but got '%s'; name a folder with --dir or an address with --url"
          .formatted(log, dir != null ? dir : address(settings), e.getMessage()), e);
    }
  }

  private Source source(Settings settings, int log) {
    if (dir != null) {
      Path folder = dir.resolve(Integer.toString(log));
      return new Source(folder.toString(), new TileFolder(folder), () -> {});
    }
    URI address = URI.create(address(settings) + "/" + log);
    HttpTiles tiles = new HttpTiles(address, settings.http().keyFor(address));
    return new Source(address.toString(), tiles, tiles::close);
  }

  private String address(Settings settings) {
    String base = url != null ? url.toString() : settings.http().url() + "/v1/audit";
    return base.replaceAll("/+$", "");
  }

  /** Tiles, and what has to be closed after them. */
  private record Source(String name, TileSource tiles, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }
}
