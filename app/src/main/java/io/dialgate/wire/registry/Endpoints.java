package io.dialgate.wire.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * The registry's addresses, asked in turn until one gives an answer that means something; the one that did is asked first the
 * next time. Thread-safe.
 */
final class Endpoints implements AutoCloseable {

  /** How long one address may take to accept a connection. */
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** How long one address may take to answer, body included. */
  static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);

  /** The largest answer that is read, in bytes. */
  static final int MAX_ANSWER_BYTES = 1024 * 1024;

  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

  private final List<String> bases;
  private final Duration requestTimeout;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(CONNECT_TIMEOUT).build();
  private volatile int first;

  Endpoints(List<String> bases, Duration requestTimeout) {
    this.bases = List.copyOf(bases);
    this.requestTimeout = requestTimeout;
  }

  /**
   * Asks for a path below the base.
   *
   * @param body JSON to post; null to get
   * @throws RegistryUnreachableException if no address gave an answer that means something
   */
  Answer ask(String path, @Nullable String body) {
    List<String> failures = new ArrayList<>();
    Answer.@Nullable Missing missing = null;
    int start = first;
    for (int i = 0; i < bases.size(); i++) {
      int at = (start + i) % bases.size();
      switch (askOne(bases.get(at) + path, body)) {
        case Answer.None(String why) -> failures.add(bases.get(at) + ": " + why);
        // A follower may not have heard yet of what its leader has: nothing is missing until all that answer say so.
        case Answer.Missing it -> missing = it;
        case Answer answer -> {
          first = at;
          return answer;
        }
      }
    }
    if (missing != null) {
      return missing;
    }
    throw new RegistryUnreachableException(
        "expected an answer from the schema registry, but got none (%s); start it, or correct schema.registry.url"
            .formatted(String.join("; ", failures)));
  }

  private Answer askOne(String url, @Nullable String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept",
        MEDIA_TYPE + ", application/json");
    if (body != null) {
      request.header("Content-Type", MEDIA_TYPE).POST(HttpRequest.BodyPublishers.ofString(body));
    }
    // One clock for all: a request's own timeout ends with the headers, and would race with this one, which bounds a body
    // that drips as well.
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(),
        BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
    try {
      HttpResponse<byte[]> response = answer.get(requestTimeout.toMillis(), TimeUnit.MILLISECONDS);
      return Answer.of(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      return new Answer.None("no answer within " + requestTimeout);
    } catch (ExecutionException e) {
      return new Answer.None(String.valueOf(e.getCause() instanceof IOException io ? io : e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryUnreachableException("expected an answer from the schema registry, but was interrupted", e);
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
