package io.dialgate.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks other instances on a caller's behalf, with the caller's own key, which the other one checks as if it had been asked
 * first: instances need no secret in common, and the mark of the hop gives nobody any right.
 */
public final class Neighbour implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Neighbour.class);
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN)
      .followRedirects(HttpClient.Redirect.NEVER).build();
  private final String scheme;
  private final String hop;

  /**
   * Connects when it is first used.
   *
   * @param scheme with which instances speak: http or https
   * @param hop the header that says that the asker is an instance
   */
  public Neighbour(String scheme, String hop) {
    this.scheme = scheme;
    this.hop = hop;
  }

  /**
   * Asks.
   *
   * @param authorization the caller's header; null: it has none
   * @return empty if there is no answer
   */
  public Optional<HttpResponse<String>> get(String hostAndPort, String path, @Nullable String authorization) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(scheme + "://" + hostAndPort + path))
        .timeout(ANSWERS_WITHIN).header(hop, "1");
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      return Optional.of(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("instance", hostAndPort).addKeyValue("failure", e.toString()).log("does not answer");
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
