package io.dialgate.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.dialgate.domain.access.ApiKey;
import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.KeyToken;
import io.dialgate.domain.access.Right;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.ApiKeys;

/** A caller of the API of a site, with a key that may do everything. */
final class Door implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(40);
  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final KeyToken token;
  private final ApiKey key;
  private final Site site;

  /** Makes a key at a site that is served. */
  Door(Site site) {
    this.site = site;
    byte[] random = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    token = KeyToken.of(Arrays.copyOf(random, KeyToken.ID_BYTES),
        Arrays.copyOfRange(random, 4, 4 + KeyToken.SECRET_BYTES));
    key = new ApiKey(token.id(), token.hash(), new Caller("test caller", Right.all()), null, false);
    write(key);
  }

  /** Returns when this instance knows the key. */
  void awaitKnown(URI instance) {
    await().atMost(KNOWN_WITHIN).until(() -> get(instance, "/v1/decisions").statusCode() != 401);
  }

  /** Takes the key back. */
  void revoke() {
    write(key.takenBack());
  }

  HttpResponse<String> get(URI instance, String path) {
    return join(client.sendAsync(request(instance, path).build(), BodyHandlers.ofString()));
  }

  /** Asks as an instance would, so that the answer is this one's own or none. */
  HttpResponse<String> getUnforwarded(URI instance, String path) {
    return join(client.sendAsync(request(instance, path).header("Dialgate-Hop", "1").build(), BodyHandlers.ofString()));
  }

  HttpResponse<String> post(URI instance, String path, String body, String... headers) {
    return join(postLater(instance, path, body, headers));
  }

  CompletableFuture<HttpResponse<String>> postLater(URI instance, String path, String body, String... headers) {
    HttpRequest.Builder request = request(instance, path).header("Content-Type", "application/json");
    return client.sendAsync((headers.length == 0 ? request : request.headers(headers))
        .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  /** Sends a list to be scrubbed. */
  HttpResponse<String> postList(URI instance, String path, byte[] list) {
    return join(client.sendAsync(request(instance, path).header("Content-Type", "text/csv")
        .POST(BodyPublishers.ofByteArray(list)).build(), BodyHandlers.ofString()));
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private void write(ApiKey which) {
    site.sender(Map.of()).sendAndWait(Topics.API_KEYS, which.id(),
        ApiKeys.toRecord(which, UUID.randomUUID().toString(), "test", Say.now(), null));
  }

  private HttpRequest.Builder request(URI instance, String path) {
    return HttpRequest.newBuilder(instance.resolve(path)).timeout(ANSWERS_WITHIN).header("Authorization",
        "Bearer " + token.text());
  }

  private static HttpResponse<String> join(CompletableFuture<HttpResponse<String>> answer) {
    return answer.join();
  }
}
