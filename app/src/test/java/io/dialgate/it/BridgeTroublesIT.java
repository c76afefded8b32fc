package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

import io.dialgate.fake.FakeServer;
import io.dialgate.fake.FakeServer.Answering;
import io.dialgate.runtime.Service;
import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.wire.Topics;
import io.dialgate.wire.signature.BodySignature;

/** What becomes of what cannot be delivered: nothing is lost in silence, and nobody else has to wait for it. */
@OnEmbeddedGround
class BridgeTroublesIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration WITHIN = Duration.ofSeconds(60);

  private final Ground ground;

  BridgeTroublesIT(Ground ground) {
    this.ground = ground;
  }

  private Site site(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("roles", "gate,bridge");
    settings.put("bridge.attempts", "2");
    settings.put("bridge.backoff.first", "PT0.01S");
    settings.put("bridge.breaker.minimum.calls", "1000");
    settings.put("bridge.retry.wait", "PT0.2S");
    settings.put("bridge.retry.rounds", "3");
    return new Site(ground, "bridge-troubles", settings);
  }

  private static Map<String, String> alertsTo(FakeServer server) {
    return Map.of("bridge.alerts.url", server.url() + "/hook", "bridge.alerts.secret", "s3cret");
  }

  private static Alert alert(String id) {
    return new Alert(id, AlertKind.HIGH_RISK, "customer 1", "look at it", Map.of(), Say.now());
  }

  private static void raise(Site site, String... ids) {
    try (Sender sender = site.sender(Map.of())) {
      for (String id : ids) {
        sender.send(Topics.ALERTS, "customer 1", alert(id));
      }
      sender.flush();
    }
  }

  private static String header(Seen<?> seen, String name) {
    return new String(seen.record().headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void shouldPostASignedAlertAndRejectWhatIsRefusedWithTheAnswer() throws Exception {
    // given
    Answering picky = (exchange, got) -> FakeServer.send(exchange, got.body().contains("\"bad\"") ? 410 : 204,
        got.body().contains("\"bad\"") ? "gone for good" : "", Map.of());
    try (var server = new FakeServer(picky); var site = site(alertsTo(server))) {
      site.serve();

      // when
      raise(site, "good", "bad", "better");

      // then
      await().atMost(WITHIN).untilAsserted(() -> assertThat(site.committed(Topics.REJECTED_RECORDS)).hasSize(1));
      await().atMost(WITHIN).untilAsserted(() -> assertThat(server.requests()).hasSize(3));
      assertThat(server.requests()).allSatisfy(got -> {
        byte[] body = got.body().getBytes(StandardCharsets.UTF_8);
        assertThat(new BodySignature("s3cret").faultOf(got.header(BodySignature.HEADER), body, Instant.now()))
            .isEmpty();
      });
      assertThat(site.committed(Topics.REJECTED_RECORDS)).singleElement().satisfies(seen -> {
        assertThat(header(seen, "dialgate.error.code")).isEqualTo("REFUSED_BY_DESTINATION");
        assertThat(header(seen, "dialgate.error.message")).isEqualTo("status 410: gone for good");
        assertThat(header(seen, "dialgate.error.topic")).isEqualTo(Topics.ALERTS.name(site.prefix()));
        assertThat(header(seen, "dialgate.bridge.destination")).isEqualTo("alerts");
      });
    }
  }

  @Test
  void shouldTryAgainLaterUnderTheSameKeyAndThenGiveUp() throws Exception {
    // given
    Answering broken = (exchange, got) -> FakeServer.send(exchange, got.body().contains("\"bad\"") ? 500 : 204, "",
        Map.of());
    try (var server = new FakeServer(broken); var site = site(alertsTo(server))) {
      site.serve();

      // when
      raise(site, "bad", "good");

      // then
      await().atMost(WITHIN).untilAsserted(() -> assertThat(site.committed(Topics.REJECTED_RECORDS)).hasSize(1));
      assertThat(header(site.committed(Topics.REJECTED_RECORDS).getFirst(), "dialgate.error.code"))
          .isEqualTo("NOT_DELIVERED");
      // Two attempts at first, and two in each of three rounds.
      assertThat(server.requests().stream().filter(got -> got.body().contains("\"bad\""))).hasSize(2 + 3 * 2)
          .allSatisfy(got -> assertThat(got.header("Idempotency-Key")).isEqualTo("alert-bad"));
      assertThat(server.requests().stream().filter(got -> got.body().contains("\"good\""))).hasSize(1);
    }
  }

  @Test
  void shouldKeepAPausedDestinationWaitingAndNobodyElse() throws Exception {
    // given
    Answering genesys = (exchange, got) -> FakeServer.send(exchange, 200,
        "{\"access_token\":\"abc\",\"expires_in\":3600}", Map.of());
    try (var server = new FakeServer(genesys)) {
      Map<String, String> settings = new HashMap<>(alertsTo(server));
      settings.put("bridge.paused", "genesys");
      settings.put("bridge.genesys.profile", "platform-api");
      settings.put("bridge.genesys.operations", "list-add,list-remove");
      settings.put("bridge.genesys.parameters", "dncListId=L1");
      settings.put("bridge.genesys.url", server.url().toString());
      settings.put("bridge.genesys.token.url", server.url() + "/token");
      settings.put("bridge.genesys.client.id", "me");
      settings.put("bridge.genesys.client.secret", "s3cret");
      try (var site = site(settings); Sender sender = site.sender(Map.of())) {
        Service service = site.serve();

        // when
        sender.send(Topics.OPT_OUT_DISPOSITIONS, Say.number(1), Say.optOut("e1", Say.number(1)));
        sender.flush();
        raise(site, "good");

        // then
        await().atMost(WITHIN).untilAsserted(() -> {
          assertThat(server.requests("/hook")).hasSize(1);
          assertThat(metric(service, "dialgate_bridge_oldest_undelivered_age_seconds{destination=\"genesys\"}"))
              .isPositive();
          assertThat(metric(service, "dialgate_bridge_backlog{destination=\"genesys\"}")).isPositive();
        });
        assertThat(server.requests("/api")).isEmpty();
        assertThat(metric(service, "dialgate_bridge_breaker{destination=\"alerts\",state=\"closed\"}")).isEqualTo(1);
        assertThat(metric(service, "dialgate_bridge_items_total{destination=\"alerts\",end=\"delivered\"}"))
            .isEqualTo(1);
      }
    }
  }

  @Test
  void shouldCarryATransactionThroughRiskToItsInteraction() throws Exception {
    // given
    Answering cxone = (exchange, _) -> FakeServer.send(exchange, 200,
        "{\"access_token\":\"abc\",\"expires_in\":3600}", Map.of());
    try (var server = new FakeServer(cxone)) {
      Map<String, String> settings = new HashMap<>();
      settings.put("roles", "gate,risk,bridge");
      settings.put("bridge.cxone.profile", "guide");
      settings.put("bridge.cxone.operations", "fraud-flag");
      settings.put("bridge.cxone.url", server.url().toString());
      settings.put("bridge.cxone.client.id", "me");
      settings.put("bridge.cxone.client.secret", "s3cret");
      try (var site = new Site(ground, "bridge-troubles", settings)) {
        URI api = site.serve().http();
        var door = new Door(site);
        door.awaitKnown(api);

        // when
        HttpResponse<String> posted = door.post(api, "/v1/webhooks/cxone/data-actions", """
            {"eventType":"PAYMENT","data":{"interactionId":"i 1","transactionId":"t-1","amount":12000.10,
             "customerId":"ann","attributes":{"ip":"203.0.113.9"}}}""");

        door.close();

        // then
        assertThat(posted.statusCode()).isEqualTo(202);
        await().atMost(WITHIN).untilAsserted(() -> assertThat(server.requests("/api/v2/interactions")).hasSize(1));
        RiskAssessment assessment = site.values(Topics.RISK_ASSESSMENTS).getFirst();
        assertThat(server.requests("/api/v2/interactions")).singleElement().satisfies(got -> {
          assertThat(got.verb()).isEqualTo("PATCH");
          assertThat(got.path()).isEqualTo("/api/v2/interactions/i%201");
          assertThat(got.header("Idempotency-Key")).isEqualTo("flag-t-1");
          assertThat(got.header("Authorization")).isEqualTo("Bearer abc");
          assertThat(JSON.readTree(got.body()).path("attributes")).isEqualTo(JSON.createObjectNode()
              .put("fraud_risk_score", assessment.getScore()).put("fraud_flag", assessment.getFlag().name())
              .put("assessment_time", assessment.getAssessedAt().toString()));
        });
        assertThat(assessment.getScore()).as("a large amount, which says something").isPositive();
      }
    }
  }

  @Test
  void shouldDeliverEverythingThatPiledUpWhileTheDestinationWasDown() throws Exception {
    // given
    var down = new AtomicBoolean(true);
    Answering platform = (exchange, _) -> FakeServer.send(exchange, down.get() ? 503 : 204, "", Map.of());
    Map<String, String> patient = new HashMap<>();
    patient.put("bridge.breaker.minimum.calls", "4");
    patient.put("bridge.breaker.open", "PT0.5S");
    patient.put("bridge.retry.rounds", "1000");
    try (var server = new FakeServer(platform)) {
      patient.putAll(alertsTo(server));
      try (var site = new Site(ground, "bridge-troubles", withRole(patient))) {
        Service service = site.serve();
        raise(site, "a1", "a2", "a3", "a4", "a5", "a6");
        await().atMost(WITHIN).until(
            () -> metric(service, "dialgate_bridge_breaker{destination=\"alerts\",state=\"closed\"}") == 0);

        // when
        down.set(false);

        // then
        await().atMost(WITHIN).untilAsserted(
            () -> assertThat(metric(service, "dialgate_bridge_items_total{destination=\"alerts\",end=\"delivered\"}"))
                .isEqualTo(6));
        assertThat(site.committed(Topics.REJECTED_RECORDS)).isEmpty();
      }
    }
  }

  private static Map<String, String> withRole(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("roles", "gate,bridge");
    all.put("bridge.attempts", "2");
    all.put("bridge.backoff.first", "PT0.01S");
    all.put("bridge.retry.wait", "PT0.2S");
    return all;
  }

  /** The value of a sample in what Prometheus scrapes; -1 if there is none. */
  private static double metric(Service service, String sample) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      String text = client.send(HttpRequest.newBuilder(URI.create(service.http() + "/metrics")).build(),
          BodyHandlers.ofString()).body();
      List<String> found = text.lines().filter(line -> line.startsWith(sample + " ")).toList();
      return found.isEmpty() ? -1 : Double.parseDouble(found.getFirst().substring(sample.length() + 1));
    }
  }
}
