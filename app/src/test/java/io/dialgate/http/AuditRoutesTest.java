package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.audit.note.Checkpoint;
import io.dialgate.domain.audit.tile.EntryBundle;
import io.dialgate.domain.audit.tile.MemoryTiles;
import io.dialgate.domain.audit.tile.TileSource;
import io.dialgate.domain.audit.verify.Logs;
import io.dialgate.ledger.key.SigningKey;

/** The logs over HTTP, as C2SP tlog-tiles wants them. */
class AuditRoutesTest {

  private static final String ORIGIN = "dialgate.test/audit/0";
  private static final SigningKey KEY = SigningKey.generate();
  private static final List<byte[]> ENTRIES = Logs.entries("log", 1_000);

  /** What is beyond the signed size of 700 lies there already, and is nobody's business yet. */
  private static final int SIGNED = 700;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final MemoryTiles TILES = MemoryTiles.of(ENTRIES);
  private static HttpServer server;

  @BeforeAll
  static void start() {
    TILES.files.putAll(MemoryTiles.of(ENTRIES.subList(0, SIGNED)).files);
    TILES.files.put(MemoryTiles.CHECKPOINT,
        KEY.sign(ORIGIN, Checkpoint.of(ORIGIN, Logs.head(ENTRIES.subList(0, SIGNED))).text()).bytes());
    server = new FakeParts().audit(new AuditFiles() {
      @Override
      public Optional<TileSource> log(int log) {
        return switch (log) {
          case 0 -> Optional.of(TILES);
          case 1 -> Optional.of(new MemoryTiles());
          default -> Optional.empty();
        };
      }

      @Override
      public Optional<String> key(int log) {
        return log == 0 ? Optional.of(KEY.verifierKey(ORIGIN).toString()) : Optional.empty();
      }
    }).serve();
  }

  @AfterAll
  static void stop() {
    CLIENT.close();
    server.close();
  }

  @Test
  void shouldServeCheckpointByteForByteAndHaveItAskedForAgain() throws Exception {
    // when
    HttpResponse<byte[]> answer = get("/v1/audit/0/checkpoint");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(TILES.file(MemoryTiles.CHECKPOINT));
    assertThat(answer.headers().firstValue("Content-Type")).get().asString()
        .isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tile/0/000", "tile/0/001", "tile/0/002.p/188", "tile/1/000.p/2", "tile/entries/000",
      "tile/entries/002.p/188"})
  void shouldServeTilesOfSignedSizeForEver(String path) throws Exception {
    // when
    HttpResponse<byte[]> answer = get("/v1/audit/0/" + path);

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(TILES.file(path));
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(answer.headers().firstValue("Cache-Control")).get().asString().contains("immutable", "max-age=31536000");
  }

  @Test
  void shouldServePartOfTileThatIsFullByNow() throws Exception {
    // when
    HttpResponse<byte[]> hashes = get("/v1/audit/0/tile/0/000.p/7");
    HttpResponse<byte[]> entries = get("/v1/audit/0/tile/entries/000.p/7");

    // then
    assertThat(hashes.body()).isEqualTo(Arrays.copyOf(TILES.file("tile/0/000"), 7 * 32));
    assertThat(entries.body()).isEqualTo(EntryBundle.encode(ENTRIES.subList(0, 7)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tile/0/002", "tile/0/002.p/189", "tile/0/003", "tile/0/003.p/232", "tile/entries/003.p/232",
      "tile/1/000.p/3", "tile/1/000", "tile/2/000.p/1", "tile/63/000"})
  void shouldNotServeWhatNoHeadCovers(String path) throws Exception {
    // when
    HttpResponse<byte[]> answer = get("/v1/audit/0/" + path);

    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(text(answer)).contains("expected a tile below the signed size 700");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/tile/0/1", "0/tile/0/0000", "0/tile/64/000", "0/tile/entries/000.p/0",
      "0/tile/0/000.p/256",
      "0/tile/entries", "0/tile/0/000/extra", "0/tile/..%2f..%2fkey.pem", "0/tile/%2e%2e/key.pem", "x/checkpoint",
      "-1/checkpoint",
      "01/checkpoint", "4294967296/checkpoint"})
  void shouldRefuseWhatIsNoName(String path) throws Exception {
    // when
    HttpResponse<byte[]> answer = get("/v1/audit/" + path);

    // then
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).doesNotContain("immutable");
  }

  /** A client that does not tidy its paths up. */
  @Test
  void shouldNotLeaveFolderOfLogs() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
      // when
      OutputStream out = socket.getOutputStream();
      out.write("GET /v1/audit/0/tile/0/../../../key.pem HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();

      // then
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 4");
    }
  }

  @Test
  void shouldSayWhereThereIsNoLogOrNoHeadYet() throws Exception {
    assertThat(get("/v1/audit/2/checkpoint").statusCode()).isEqualTo(404);
    assertThat(text(get("/v1/audit/2/checkpoint"))).contains("there is no log 2");
    assertThat(text(get("/v1/audit/1/checkpoint"))).contains("has none here");
    assertThat(text(get("/v1/audit/1/tile/0/000"))).contains("has none here");
    assertThat(get("/v1/audit/2/vkey").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldServeKey() throws Exception {
    assertThat(text(get("/v1/audit/0/vkey"))).isEqualTo(KEY.verifierKey(ORIGIN) + "\n");
  }

  private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
