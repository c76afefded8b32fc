package io.dialgate.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.Checkpoint;
import io.dialgate.domain.audit.note.SignedNote;
import io.dialgate.domain.audit.tile.EntryBundle;
import io.dialgate.domain.audit.tile.EntryTile;
import io.dialgate.domain.audit.tile.HashTile;
import io.dialgate.domain.audit.tile.Tile;
import io.dialgate.domain.audit.tile.TileReader;
import io.dialgate.domain.audit.tile.TileSource;

/**
 * The logs as C2SP tlog-tiles lays them out, so that the tools of that field can read them. What never changes may be kept for
 * ever; the checkpoint must be asked for again. Only names that are exactly a tile's reach the disk.
 */
final class AuditHandlers {

  private static final String IMMUTABLE = "public, max-age=31536000, immutable";
  private static final String FRESH = "no-cache";

  private final AuditFiles files;

  AuditHandlers(AuditFiles files) {
    this.files = files;
  }

  /** GET /v1/audit/{log}/checkpoint. */
  void checkpoint(Context context) throws IOException {
    text(context, checkpoint(context, source(context)));
  }

  /** GET /v1/audit/{log}/vkey. */
  void key(Context context) {
    String key = files.key(log(context)).orElseThrow(() -> unknown(context));
    text(context, (key + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** GET /v1/audit/{log}/tile/entries/..., in which numbers stand. */
  void entries(Context context) throws IOException {
    tile(context, "tile/entries/" + context.pathParam("path"));
  }

  /** GET /v1/audit/{log}/tile/{level}/..., which gives nothing away. */
  void hashes(Context context) throws IOException {
    if (context.pathParam("path").startsWith("entries")) {
      throw new Refusal(HttpStatus.NOT_FOUND, "expected a tile of hashes, but got another path; see tile/entries/");
    }
    tile(context, "tile/" + context.pathParam("path"));
  }

  /** Those that the checkpoint covers, since others could still change. */
  private void tile(Context context, String path) throws IOException {
    Tile tile = Tile.parse(path).orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST,
        "expected a tile's path such as tile/0/x001/234, tile/0/001.p/17 or tile/entries/001, but got another; see https://c2sp.org/tlog-tiles"));
    TileSource source = source(context);
    long size = size(checkpoint(context, source));
    if (tile.width() > tile.widthAt(size)) {
      throw new Refusal(HttpStatus.NOT_FOUND,
          "expected a tile below the signed size %d, but %s lies beyond it; take sizes from checkpoint".formatted(size,
              path));
    }
    context.header("Cache-Control", IMMUTABLE).contentType("application/octet-stream").result(read(source, tile));
  }

  private static byte[] read(TileSource source, Tile tile) throws IOException {
    var reader = new TileReader(source);
    try {
      return switch (tile) {
        case HashTile hashes -> reader.hashes(hashes);
        case EntryTile entries -> EntryBundle.encode(reader.entries(entries));
      };
    } catch (NotProven broken) {
      throw new IllegalStateException("expected the log's own tiles to be whole: " + broken.getMessage(), broken);
    }
  }

  private static byte[] checkpoint(Context context, TileSource source) throws IOException {
    return source.checkpoint().orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND,
        "expected a log with a signed head, but log %s has none here; ask again in a second, or ask the instance that signs"
            .formatted(context.pathParam("log"))));
  }

  private static long size(byte[] checkpoint) {
    try {
      return Checkpoint.parse(SignedNote.parse(checkpoint).text()).head().size();
    } catch (NotProven broken) {
      throw new IllegalStateException("expected the log's own checkpoint to be whole: " + broken.getMessage(), broken);
    }
  }

  private TileSource source(Context context) {
    return files.log(log(context)).orElseThrow(() -> unknown(context));
  }

  private static int log(Context context) {
    String log = context.pathParam("log");
    if (!log.matches("0|[1-9]\\d{0,4}")) {
      throw new Refusal(HttpStatus.BAD_REQUEST,
          "expected a log's number, 0 or more, but got another text; see GET /v1/audit/0/checkpoint");
    }
    return Integer.parseInt(log);
  }

  private static Refusal unknown(Context context) {
    return new Refusal(HttpStatus.NOT_FOUND,
        "expected the number of a log, but there is no log %s; logs are numbered from 0"
            .formatted(context.pathParam("log")));
  }

  private static void text(Context context, byte[] bytes) {
    context.header("Cache-Control", FRESH).contentType("text/plain; charset=utf-8").result(bytes);
  }
}
