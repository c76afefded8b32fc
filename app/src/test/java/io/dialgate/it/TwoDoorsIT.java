package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances share the numbers; either answers about all of them, also while partitions move. */
@OnEmbeddedGround
class TwoDoorsIT {

  private static final int NUMBERS = 40;
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
  private static final Map<String, String> NOTICED_SOON = Map.of("streams.main.consumer.session.timeout.ms", "6000",
      "streams.main.consumer.heartbeat.interval.ms", "1000", "http.check.timeout", "PT30S", "roles", "gate");

  private final Site site;

  TwoDoorsIT(Ground ground) {
    site = new Site(ground, "doors", NOTICED_SOON);
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldAnswerAtEitherDoorAlsoWhilePartitionsMove() throws Exception {
    // given: one instance, and people who have opted out
    URI first = up("first");
    try (var door = new Door(site)) {
      door.awaitKnown(first);
      for (int i = 0; i < NUMBERS; i += 2) {
        assertThat(door.post(first, "/v1/opt-outs", "{\"phone\":\"%s\"}".formatted(Say.number(i))).statusCode())
            .isEqualTo(201);
      }

      // when: a second one joins while the first is asked without a pause
      List<CompletableFuture<HttpResponse<String>>> during = new ArrayList<>();
      CompletableFuture<URI> joining = CompletableFuture.supplyAsync(() -> up("second"));
      for (int i = 0; !joining.isDone(); i++) {
        during.add(check(door, first, i % NUMBERS));
        during.getLast().join();
      }
      URI second = joining.join();
      door.awaitKnown(second);
      awaitShared(door, first, second);
      for (int i = 0; i < NUMBERS; i++) {
        during.add(check(door, first, i));
        during.add(check(door, second, i));
      }

      // then
      during.forEach(TwoDoorsIT::assertRight);
      assertThat(door.get(second, "/v1/dnc/" + Say.number(0)).body()).contains("CUSTOMER_REQUEST");
      assertThat(verdictsOf(door, first, "same-key")).isEqualTo(verdictsOf(door, second, "same-key"));
      assertThat(answeredAlikeByOneThatCameLater(door, first)).isTrue();
    }
  }

  /** Both tell the same of every number, and each holds some of the partitions. */
  private void awaitShared(Door door, URI first, URI second) {
    await().atMost(SETTLED_WITHIN).untilAsserted(() -> {
      Map<Integer, Set<String>> owners = new HashMap<>();
      for (int i = 0; i < NUMBERS; i++) {
        String path = "/v1/dnc/" + Say.number(i);
        boolean listed = i % 2 == 0;
        for (URI instance : List.of(first, second)) {
          HttpResponse<String> answer = door.get(instance, path);
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          assertThat(Door.json(answer).path("listed").asBoolean()).as(path).isEqualTo(listed);
          // An instance that must not ask another one answers for its own partitions only.
          boolean own = door.getUnforwarded(instance, path).statusCode() == 200;
          if (own) {
            owners.computeIfAbsent(Door.json(answer).path("freshness").path("partition").asInt(),
                _ -> new HashSet<>()).add(instance.toString());
          }
        }
      }
      assertThat(owners.values()).as("owners of each partition").allMatch(one -> one.size() == 1);
      assertThat(owners.values().stream().flatMap(Set::stream).distinct()).hasSize(2);
    });
  }

  private static CompletableFuture<HttpResponse<String>> check(Door door, URI instance, int number) {
    return door.postLater(instance, "/v1/dial-checks", json(number));
  }

  private static String verdictsOf(Door door, URI instance, String key) {
    String requests = String.join(",", IntStream.range(0, NUMBERS).mapToObj(TwoDoorsIT::json).toList());
    HttpResponse<String> answer = door.post(instance, "/v1/dial-checks", "{\"requests\":[" + requests + "]}",
        "Idempotency-Key", key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String json(int number) {
    return "{\"phone\":\"%s\",\"campaignId\":\"%d\"}".formatted(Say.number(number), number);
  }

  private static void assertRight(CompletableFuture<HttpResponse<String>> later) {
    HttpResponse<String> answer = later.join();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode decision = Door.json(answer);
    String number = decision.path("number").asText();
    boolean optedOut = Integer.parseInt(number.substring(number.length() - 4)) % 2 == 0;
    assertThat(decision.path("verdict").asText()).as(number).isEqualTo(optedOut ? "SUPPRESS" : "ALLOW");
  }

  /** An instance that has heard of none of the decisions finds them on the topic. */
  private boolean answeredAlikeByOneThatCameLater(Door door, URI first) {
    String[] key = {"Idempotency-Key", "asked-before"};
    String before = door.post(first, "/v1/dial-checks", json(1), key).body();
    URI third = up("third");
    door.awaitKnown(third);
    HttpResponse<String> repeated = door.post(third, "/v1/dial-checks", json(1), key);
    assertThat(repeated.statusCode()).as(repeated.body()).isEqualTo(200);
    return repeated.body().equals(before);
  }

  private URI up(String instance) {
    int port = freePort();
    site.set(Map.of("http.port", Integer.toString(port)));
    site.up(instance).awaitReady();
    return URI.create("http://127.0.0.1:" + port);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
