package io.dialgate.ledger.tile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.audit.tile.Tile;
import io.dialgate.domain.audit.tile.TileSource;

/**
 * A log's files below an HTTP address, as C2SP tlog-tiles lays them out: a running gate's, or any web server's. Nothing that
 * comes from it is believed, and never more is read than a file can have. May be used by several threads.
 */
public final class HttpTiles implements TileSource, AutoCloseable {

  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();
  private final String prefix;
  private final @Nullable String key;

  /**
   * Asks for nothing yet.
   *
   * @param prefix the address under which {@code checkpoint} lies
   * @param key of the API; null: it needs none
   */
  public HttpTiles(URI prefix, @Nullable String key) {
    this.key = key;
    String text = prefix.toString();
    this.prefix = text.endsWith("/") ? text : text + "/";
  }

  @Override
  public Optional<byte[]> checkpoint() throws IOException {
    return get(TileFolder.CHECKPOINT, MAX_CHECKPOINT_BYTES);
  }

  @Override
  public Optional<byte[]> tile(Tile tile) throws IOException {
    return get(tile.path(), tile.maxBytes());
  }

  private Optional<byte[]> get(String path, int maxBytes) throws IOException {
    URI address = URI.create(prefix + path);
    HttpRequest.Builder builder = HttpRequest.newBuilder(address).timeout(ANSWERS_WITHIN);
    HttpRequest request = (key == null ? builder : builder.header("Authorization", "Bearer " + key)).build();
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return switch (answer.statusCode()) {
          // One byte beyond the bound tells that there is more.
          case OK -> Optional.of(body.readNBytes(maxBytes + 1));
          case NOT_FOUND -> Optional.empty();
          default -> throw new IOException("expected 200 or 404 from %s, but got %d; see what answers there"
              .formatted(address, answer.statusCode()));
        };
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking " + address, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
