package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.Right;

class AccessTest {

  private static final int MANY = 50;
  private static final String LOG = "/v1/audit/0/checkpoint";
  private static final Map<String, Caller> KEYS = Map.of("good",
      new Caller("auditor", Set.of(Right.AUDIT_READ)), "other", new Caller("dialler", Set.of(Right.DIAL_CHECK)));

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server = start(false, false, 100);

  @AfterEach
  void stop() {
    // First, since the server waits a moment for whoever is connected still.
    client.close();
    server.close();
  }

  @Test
  void shouldAskForKey() throws Exception {
    // when
    HttpResponse<String> answer = get(LOG);

    // then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains(
        "Bearer realm=\"dialgate\", scope=\"audit:read\"");
    assertThat(answer.body()).contains("but got none", "dialgate key create");
  }

  @Test
  void shouldRefuseUnknownKeyWithoutRepeatingIt() throws Exception {
    // when
    HttpResponse<String> answer = get(LOG, "Authorization", "Bearer dgk_secret");

    // then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("but got another").doesNotContain("dgk_secret");
  }

  @Test
  void shouldRefuseKeyWithoutRight() throws Exception {
    // when
    HttpResponse<String> answer = get(LOG, "Authorization", "Bearer other");

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("expected a key with the scope audit:read");
  }

  @Test
  void shouldLetThroughWhoHasTheRight() throws Exception {
    // when
    HttpResponse<String> answer = get(LOG, "Authorization", "bearer good");

    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("there is no log 0");
  }

  @Test
  void shouldAskForNoKeyWhereHealthIsAsked() throws Exception {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldServeCheckpointsButNoEntriesToEverybodyWhenSet() throws Exception {
    // given
    restart(false, true, 100);

    // when
    HttpResponse<String> checkpoint = get(LOG);
    HttpResponse<String> hashes = get("/v1/audit/0/tile/0/000");
    HttpResponse<String> entries = get("/v1/audit/0/tile/entries/000");

    // then
    assertThat(checkpoint.statusCode()).isEqualTo(404);
    assertThat(hashes.statusCode()).isEqualTo(404);
    assertThat(entries.statusCode()).isEqualTo(401);
  }

  @Test
  void shouldAskForNoKeyWhenOpenButRefuseOneThatIsWrong() throws Exception {
    // given
    restart(true, false, 100);

    // when
    HttpResponse<String> without = get(LOG);
    HttpResponse<String> wrong = get(LOG, "Authorization", "Bearer nothing");

    // then
    assertThat(without.statusCode()).isEqualTo(404);
    assertThat(wrong.statusCode()).isEqualTo(401);
  }

  @Test
  void shouldRefuseWhatBrowserSendsForPageFromElsewhere() throws Exception {
    // given
    restart(true, false, 100);

    // when
    HttpResponse<String> foreign = get(LOG, "Origin", "https://elsewhere.example");
    HttpResponse<String> rebound = get(LOG, "Host", "elsewhere.example");

    // then
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(rebound.statusCode()).isEqualTo(403);
  }

  @Test
  void shouldBoundRateOfEachCaller() throws Exception {
    // given
    restart(true, false, 1);

    // when: faster than even a slow machine lets one a second through
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      answers.add(get(LOG));
    }

    // then: two seconds' worth at once
    assertThat(answers.subList(0, 2)).extracting(HttpResponse::statusCode).containsOnly(404);
    assertThat(answers).filteredOn(answer -> answer.statusCode() != 404).isNotEmpty().allSatisfy(answer -> {
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      assertThat(answer.body()).contains("expected at most 1 requests a second");
    });
  }

  private void restart(boolean open, boolean publicLogs, int rate) {
    server.close();
    server = start(open, publicLogs, rate);
  }

  private static HttpServer start(boolean open, boolean publicLogs, int rate) {
    var access = new Access(token -> Optional.ofNullable(KEYS.get(token)), new Access.Door(open, publicLogs, rate));
    return new FakeParts().access(access).serve();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    URI address = server.url().resolve(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
  }
}
