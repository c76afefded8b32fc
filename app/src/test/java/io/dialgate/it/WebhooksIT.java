package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.wire.Topics;
import io.dialgate.wire.signature.BodySignature;

/** Genesys Cloud and NICE CXone post to a running Dialgate, with keys and signatures, some of it twice and some of it wrong. */
@OnEmbeddedGround
class WebhooksIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SECRET = "a secret of both sides";
  private static final String GENESYS = "/v1/webhooks/genesys";
  private static final String CXONE = "/v1/webhooks/cxone/data-actions";
  private static final String ACTION = """
      {"eventType":"PAYMENT","data":{"interactionId":"i-1","transactionId":"t-1","amount":12000.10,"customerId":"ann",
       "attributes":{"ip":"203.0.113.9"}}}""";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Site site;
  private URI api = URI.create("http://127.0.0.1");

  WebhooksIT(Ground ground) throws Exception {
    site = new Site(ground, "webhooks",
        Map.of("roles", "gate,risk", "webhook.genesys.codes", "w-17=opt-out"));
    Files.writeString(site.folder().resolve("secret"), SECRET);
  }

  @BeforeEach
  void start() {
    UpProcess up = site.up("data",
        Map.of("DIALGATE_WEBHOOK_CXONE_SECRET_FILE", site.folder().resolve("secret").toString()));
    api = URI.create(up.awaitReady().get("http").asText());
  }

  @AfterEach
  void leave() throws Exception {
    client.close();
    site.close();
  }

  @Test
  void shouldHoldBackWhoOptsOutAndLoseNoWish() throws Exception {
    // given
    String key = key("dnc:write");

    // when: by the name, by the organisation's id, twice, and one that cannot be placed
    HttpResponse<String> byName = post(GENESYS, acw("e-1", "\"Do Not Call\"", "tel:+14075550101"), key);
    HttpResponse<String> byId = post(GENESYS, acw("e-2", "{\"id\":\"w-17\"}", "sip:+14075550102@edge.example"), key);
    HttpResponse<String> again = post(GENESYS, acw("e-2", "{\"id\":\"w-17\"}", "sip:+14075550102@edge.example"), key);
    HttpResponse<String> nobody = post(GENESYS, acw("e-3", "\"DNC\"", "sip:queue-7"), key);
    HttpResponse<String> sold = post(GENESYS, acw("e-4", "\"Sale\"", "tel:+14075550104"), key);

    // then
    assertThat(List.of(byName, byId, again, nobody, sold)).extracting(HttpResponse::statusCode).containsOnly(202);
    assertThat(sold.body()).contains("\"optOuts\":0");
    await().atMost(PATIENCE).pollInSameThread().until(() -> site.values(Topics.DNC_ENTRIES).size() >= 2);
    assertThat(site.values(Topics.DNC_ENTRIES)).extracting(record -> record.getNumber())
        .containsExactlyInAnyOrder("+14075550101", "+14075550102");
    await().atMost(PATIENCE).pollInSameThread().until(() -> !site.committed(Topics.REJECTED_RECORDS).isEmpty());
    assertThat(site.values(Topics.ALERTS)).extracting(Alert::getKind).contains(AlertKind.OPT_OUT_REJECTED);
  }

  @Test
  void shouldScoreTransactionOnceAndExactly() throws Exception {
    // given
    String key = key("risk:write");

    // when: by key, then signed
    HttpResponse<String> first = post(CXONE, ACTION, key);
    HttpResponse<String> second = send(HttpRequest.newBuilder(api.resolve(CXONE)).header(BodySignature.HEADER,
        new BodySignature(SECRET).header(ACTION.getBytes(StandardCharsets.UTF_8), Instant.now())), ACTION);
    HttpResponse<String> nameless = post(CXONE, ACTION.replace("interactionId", "interaction"), key);
    HttpResponse<String> keyless = send(HttpRequest.newBuilder(api.resolve(CXONE)), ACTION);

    // then
    assertThat(List.of(first.statusCode(), second.statusCode())).containsOnly(202);
    assertThat(nameless.statusCode()).isEqualTo(400);
    assertThat(nameless.body()).contains("data.interactionId");
    assertThat(keyless.statusCode()).isEqualTo(401);
    await().atMost(PATIENCE).pollInSameThread().until(() -> site.values(Topics.RISK_ASSESSMENTS).size() >= 2);
    assertThat(site.values(Topics.RISK_ASSESSMENTS)).extracting(RiskAssessment::getRepeated).containsExactly(false,
        true);
    assertThat(site.values(Topics.RISK_ASSESSMENTS)).allSatisfy(
        one -> assertThat(one.getFacts().getAmount()).isEqualByComparingTo("12000.10"));
  }

  @Test
  void shouldTakeNothingUnderKeyThatWasTakenBack() throws Exception {
    // given
    String key = key("risk:write");
    assertThat(post(CXONE, ACTION, key).statusCode()).isEqualTo(202);
    JsonNode listed = site.verb("key", "list", "--json").json();

    // when
    Verb revoked = site.verb("key", "revoke", listed.get("id").asText());
    Verb unknown = site.verb("key", "revoke", "000000000000");
    Verb scopeless = site.verb("key", "create", "--name", "x", "--scope", "everything");

    // then
    assertThat(key).contains(listed.get("id").asText());
    assertThat(listed.get("scopes").toString()).isEqualTo("[\"risk:write\"]");
    assertThat(revoked.code()).as(revoked.err()).isZero();
    assertThat(List.of(unknown.code(), scopeless.code())).containsOnly(2);
    assertThat(scopeless.err()).contains("dnc:read", "'everything'");
    await().atMost(PATIENCE).until(() -> send(HttpRequest.newBuilder(api.resolve(CXONE)).header("Authorization",
        "Bearer " + key), ACTION).statusCode() == 401);
    assertThat(site.verb("key", "list").out()).contains("revoked").doesNotContain(key);
  }

  private String key(String scope) {
    JsonNode created = site.verb("key", "create", "--name", "bridge", "--scope", scope, "--json").done().json();
    return Objects.requireNonNull(created.get("key")).asText();
  }

  private static String acw(String id, String code, String called) throws Exception {
    JsonNode event = new ObjectMapper().readTree(
        """
            {"version":"0","id":"%s","detail-type":"v2.detail.events.conversation.{id}.acw","time":"2026-09-01T15:00:01Z",
             "detail":{"topicName":"v2.detail.events.conversation.c-1.acw","version":"2","eventBody":{"conversationId":"c-1",
             "userId":"agent-7","wrapupCode":%s,"direction":"OUTBOUND","mediaType":"VOICE","dnis":"%s"}}}"""
            .formatted(id, code, called));
    return event.toString();
  }

  /** A key that was just made is known within a moment. */
  private HttpResponse<String> post(String path, String body, String key) {
    var request = HttpRequest.newBuilder(api.resolve(path)).header("Authorization", "Bearer " + key);
    return await().atMost(PATIENCE).until(() -> send(request, body), answer -> answer.statusCode() != 401);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String body) throws Exception {
    return client.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }
}
