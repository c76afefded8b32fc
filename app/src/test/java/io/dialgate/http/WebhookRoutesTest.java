package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.Right;
import io.dialgate.http.Inbox.Taking;
import io.dialgate.wire.signature.BodySignature;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookRoutesTest {

  private static final String GENESYS = "/v1/webhooks/genesys";
  private static final String CXONE = "/v1/webhooks/cxone/data-actions";
  private static final String BODY = "{\"amount\": 12.5}";
  private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
  private static final BodySignature SIGNATURE = new BodySignature("a secret of both sides");
  private static final Map<String, Caller> KEYS = Map.of("lists", new Caller("bridge", Set.of(Right.DNC_WRITE)),
      "risk", new Caller("actions", Set.of(Right.RISK_WRITE)));

  private final List<String> taken = new ArrayList<>();
  private Taking taking = new Taking.Taken(Map.of("optOuts", 1));
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server = start();

  @BeforeEach
  void takeEverything() {
    taken.clear();
    taking = new Taking.Taken(Map.of("optOuts", 1));
  }

  @AfterAll
  void stop() {
    client.shutdownNow();
    server.close();
  }

  @Test
  void shouldAnswerAcceptedOnceItIsTaken() throws Exception {
    // when
    HttpResponse<String> answer = post(GENESYS, BODY, "Authorization", "Bearer lists");

    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"optOuts\":1}");
    assertThat(taken).containsExactly("bridge " + BODY);
  }

  @Test
  void shouldSayWhatIsWrongWithABody() throws Exception {
    // given
    taking = new Taking.Malformed("expected a text in data.interactionId, but got none; correct it");

    // when
    HttpResponse<String> answer = post(CXONE, BODY, "Authorization", "Bearer risk");

    // then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
    assertThat(answer.body()).contains("expected a text in data.interactionId, but got none");
  }

  @Test
  void shouldAskToSendAgainWhatIsNotAcknowledged() throws Exception {
    // given
    taking = new Taking.NotAcknowledged("expected the broker to acknowledge, but got nothing; send the same again");

    // when
    HttpResponse<String> answer = post(CXONE, BODY, "Authorization", "Bearer risk");

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
  }

  @Test
  void shouldAskForKeyOfTheRightScope() throws Exception {
    assertThat(post(GENESYS, BODY).statusCode()).isEqualTo(401);
    assertThat(post(GENESYS, BODY, "Authorization", "Bearer risk").statusCode()).isEqualTo(403);
    assertThat(post(CXONE, BODY, "Authorization", "Bearer lists").statusCode()).isEqualTo(403);
    assertThat(taken).isEmpty();
  }

  @Test
  void shouldTakeGoodSignatureForKey() throws Exception {
    // when
    HttpResponse<String> answer = post(CXONE, BODY, BodySignature.HEADER, header(BODY, NOW));

    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(taken).containsExactly("cxone " + BODY);
  }

  @Test
  void shouldRefuseWrongSignatureWhateverKeyIsShown() throws Exception {
    // when
    HttpResponse<String> ofAnother = post(CXONE, BODY, BodySignature.HEADER, header(BODY + " ", NOW), "Authorization",
        "Bearer risk");
    HttpResponse<String> replayed = post(CXONE, BODY, BodySignature.HEADER,
        header(BODY, NOW.minus(BodySignature.TOLERANCE).minusSeconds(1)));
    HttpResponse<String> noForm = post(CXONE, BODY, BodySignature.HEADER, "sha256=abc");

    // then
    assertThat(List.of(ofAnother.statusCode(), replayed.statusCode(), noForm.statusCode())).containsOnly(401);
    assertThat(ofAnother.body()).contains("made of this very body");
    assertThat(replayed.body()).contains("made within the last 5 minutes");
    assertThat(noForm.body()).contains("t=SECONDS,v1=");
    assertThat(taken).isEmpty();
  }

  @Test
  void shouldTakeNoSignatureWhereOnlyKeysCount() throws Exception {
    assertThat(post(GENESYS, BODY, BodySignature.HEADER, header(BODY, NOW)).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void shouldTakeNothingButPosts(String method) throws Exception {
    // when
    HttpResponse<String> answer = client.send(HttpRequest.newBuilder(server.url().resolve(CXONE))
        .method(method, BodyPublishers.ofString(BODY)).build(), BodyHandlers.ofString());

    // then
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void shouldRefuseOtherBytesThanUtf8() throws Exception {
    // when
    HttpResponse<String> answer = client.send(HttpRequest.newBuilder(server.url().resolve(CXONE))
        .header("Authorization", "Bearer risk").POST(BodyPublishers.ofByteArray(new byte[]{'{', (byte) 0xE9, '}'}))
        .build(), BodyHandlers.ofString());

    // then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("UTF-8");
  }

  @Test
  void shouldRefuseBodyThatIsTooLong() throws Exception {
    // when
    HttpResponse<String> answer = post(CXONE, " ".repeat((int) Bounds.MAX_BODY_BYTES + 1), "Authorization",
        "Bearer risk");

    // then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(taken).isEmpty();
  }

  private HttpServer start() {
    var access = new Access(token -> Optional.ofNullable(KEYS.get(token)), new Access.Door(false, false, 100));
    Inbox inbox = (body, caller) -> {
      taken.add(caller.name() + " " + body);
      return taking;
    };
    var inboxes = new Inboxes(inbox, inbox, Optional.of(SIGNATURE), () -> NOW);
    return new FakeParts().access(access).inboxes(inboxes).serve();
  }

  private static String header(String body, Instant at) {
    return SIGNATURE.header(body.getBytes(StandardCharsets.UTF_8), at);
  }

  private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.url().resolve(path));
    return client.send((headers.length == 0 ? request : request.headers(headers)).POST(BodyPublishers.ofString(body))
        .build(), BodyHandlers.ofString());
  }
}
