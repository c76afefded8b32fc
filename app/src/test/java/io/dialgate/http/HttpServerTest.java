package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {

  private final AtomicReference<Health> gate = new AtomicReference<>(Health.up());
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() {
    Map<String, Supplier<Health>> parts = new LinkedHashMap<>();
    parts.put("kafka", Health::up);
    parts.put("gate", gate::get);
    server = new FakeParts().readiness(new Readiness(parts)).metrics(() -> "dialgate_up 1\n").serve();
  }

  @AfterEach
  void stop() {
    // First, since the server waits a moment for whoever is connected still.
    client.close();
    server.close();
  }

  @Test
  void shouldBeLive() throws Exception {
    // when
    HttpResponse<String> answer = get("/health/live");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"live\":true}");
  }

  @Test
  void shouldBeReadyWhenEveryPartIsUp() throws Exception {
    // when
    HttpResponse<String> answer = get("/health/ready");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"ready\":true,\"parts\":{\"kafka\":{\"up\":true},\"gate\":{\"up\":true}}}");
  }

  @Test
  void shouldSayWhichPartIsDownAndWhy() throws Exception {
    // given
    gate.set(Health.down("state is REBALANCING"));

    // when
    HttpResponse<String> answer = get("/health/ready");

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"ready\":false", "\"up\":false", "\"why\":\"state is REBALANCING\"");
  }

  @Test
  void shouldServeMetricsAsText() throws Exception {
    // when
    HttpResponse<String> answer = get("/metrics");

    // then
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body()).isEqualTo("dialgate_up 1\n");
  }

  @Test
  void shouldShowStatusPageWithoutTrustingText() throws Exception {
    // given
    gate.set(Health.down("<script>"));

    // when
    HttpResponse<String> answer = get("/");

    // then
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body()).contains("Dialgate " + FakeParts.VERSION, "down: &lt;script&gt;")
        .doesNotContain("<script>");
  }

  @Test
  void shouldAnswerUnknownPathWithProblem() throws Exception {
    // when
    HttpResponse<String> answer = get("/v9/nothing");

    // then
    assertProblem(answer, 404, "expected a known path, but got /v9/nothing");
  }

  @Test
  void shouldAnswerWrongMethodWithProblemAndAllowHeader() throws Exception {
    // when
    HttpResponse<String> answer = send("/metrics", "DELETE", BodyPublishers.noBody());

    // then
    assertProblem(answer, 405, "but got DELETE; use that");
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
  }

  @Test
  void shouldKeepWhatFailedInsideFromClient() throws Exception {
    // given
    FakeParts broken = new FakeParts().metrics(() -> {
      throw new IllegalStateException("secret");
    });

    // when
    HttpResponse<String> answer;
    try (HttpServer other = broken.serve()) {
      answer = client.send(HttpRequest.newBuilder(other.url().resolve("/metrics")).build(), BodyHandlers.ofString());
    }

    // then
    assertProblem(answer, 500, "look at its log");
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void shouldRefusePortThatIsTaken() {
    // given
    int taken = server.url().getPort();

    // then
    assertThatThrownBy(() -> new FakeParts().serve(FakeParts.LOOPBACK, taken, null))
        .isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(BindException.class)
        .hasMessageStartingWith("expected to listen on 127.0.0.1:" + taken + ", but got '")
        .hasMessageEndingWith("or choose another http.port (0 takes any free one)");
  }

  @Test
  void shouldRefuseHostThatIsUnknown() {
    // given
    String host = "nowhere.invalid";

    // then
    assertThatThrownBy(() -> new FakeParts().serve(host, 0, null))
        .isInstanceOf(UncheckedIOException.class).hasMessageContaining("nowhere.invalid");
  }

  @Test
  void shouldNotTellWhatServerItIs() throws Exception {
    // when
    HttpResponse<String> answer = get("/health/live");

    // then
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(path, "GET", BodyPublishers.noBody());
  }

  private HttpResponse<String> send(String path, String method, BodyPublisher body)
      throws IOException, InterruptedException {
    URI uri = server.url().resolve(path);
    return client.send(HttpRequest.newBuilder(uri).method(method, body).build(), BodyHandlers.ofString());
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status, "\"type\":\"about:blank\"", detail);
  }
}
