package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.Right;

/**
 * The API in front of a fake gate, and a caller whose key may do everything; any other key may do nothing. A class of tests
 * registers one: the gate forgets before each test, and the server ends after the last.
 */
final class ApiUnderTest implements BeforeEachCallback, AfterAllCallback {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeGate gate = new FakeGate();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server = new FakeParts().access(new Access(token -> token.equals("good")
      ? Optional.of(new Caller("a dialler", Right.all()))
      : Optional.of(new Caller("nobody", Set.of())), new Access.Door(false, false, 10_000))).house(gate.house())
      .inboxes(FakeInboxes.TAKING).serve();

  FakeGate gate() {
    return gate;
  }

  HttpClient client() {
    return client;
  }

  URI url() {
    return server.url();
  }

  HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, "", "Accept", "application/json");
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, body, "Content-Type", "application/json");
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
    return client.send(HttpRequest.newBuilder(server.url().resolve(path)).header("Authorization", "Bearer good")
        .headers(headers).method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }

  static String batch(int size) {
    List<String> requests = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      requests.add("{\"phone\":\"+1202555%03d\",\"campaignId\":\"spring\"}".formatted(i));
    }
    return "{\"requests\":[" + String.join(",", requests) + "]}";
  }

  static String hashes(int count) {
    return "{\"hashes\":[" + String.join(",", Collections.nCopies(count, "\"" + "a".repeat(64) + "\"")) + "]}";
  }

  static void assertField(HttpResponse<String> answer, String field, String expected, String got) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.path("field").asText()).isEqualTo(field);
    assertThat(problem.path("expected").asText()).isEqualTo(expected);
    assertThat(problem.path("got").asText()).isEqualTo(got);
    assertThat(problem.path("detail").asText()).isEqualTo(
        "expected %s to be %s, but got %s; correct it, nothing was done".formatted(field, expected, got));
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    gate.reset();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    client.close();
    server.close();
  }
}
