package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.dialgate.domain.dnc.NumberHash;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.Outcome;
import io.dialgate.wire.Topics;

/** The API in front of a real gate. */
@OnEmbeddedGround
class ApiIT {

  private static final int AT_ONCE = 1_000;
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Site site;
  private URI api;
  private Door door;

  ApiIT(Ground ground) {
    site = new Site(ground, "api", Map.of("http.hash.index", "true", "http.check.timeout", "PT30S"));
  }

  @BeforeEach
  void serve() throws Exception {
    api = site.serve().http();
    door = new Door(site);
    door.awaitKnown(api);
  }

  @AfterEach
  void leave() throws Exception {
    door.close();
    site.close();
  }

  @Test
  void shouldCheckChangeLookUpAndRefuse() {
    allowAndRecall();
    answerThousandAtOnce();
    answerRepeatedRequestAlike();
    refuseAnotherBatchUnderTheSameKey();
    seeOwnWrites();
    seePrefixesAmongFewAndAmongMany();
    lockOutRevokedKey();
  }

  private void allowAndRecall() {
    // given
    String number = Say.number(1);
    assertThat(Door.json(door.post(api, "/v1/dial-checks", check(number))).path("verdict").asText())
        .isEqualTo("ALLOW");

    // when
    HttpResponse<String> optOut = door.post(api, "/v1/opt-outs", phone(number));

    // then
    assertThat(optOut.statusCode()).as(optOut.body()).isEqualTo(201);
    assertThat(Door.json(optOut).path("recalls").asInt()).isEqualTo(1);
    JsonNode past = Door.json(door.get(api, "/v1/decisions?number=%2B" + number.substring(1)));
    assertThat(past.path("decisions")).extracting(one -> one.path("verdict").asText()).containsExactly("RECALL",
        "ALLOW");
    assertThat(past.path("complete").asBoolean()).isTrue();
  }

  private void answerThousandAtOnce() {
    // when
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      answers.add(door.postLater(api, "/v1/dial-checks", check(Say.number(1_000 + i))));
    }

    // then
    for (int i = 0; i < AT_ONCE; i++) {
      HttpResponse<String> answer = answers.get(i).join();
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(Door.json(answer).path("number").asText()).isEqualTo(Say.number(1_000 + i));
      assertThat(Door.json(answer).path("verdict").asText()).isEqualTo("ALLOW");
    }
  }

  private void answerRepeatedRequestAlike() {
    // given
    String[] key = {"Idempotency-Key", "order-7"};
    HttpResponse<String> first = door.post(api, "/v1/dial-checks", check(Say.number(2)), key);

    // when
    HttpResponse<String> again = door.post(api, "/v1/dial-checks", check(Say.number(2)), key);
    HttpResponse<String> other = door.post(api, "/v1/dial-checks", check(Say.number(3)), key);

    // then
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
    assertThat(Door.json(other).path("field").asText()).isEqualTo("Idempotency-Key");
  }

  private void refuseAnotherBatchUnderTheSameKey() {
    // given
    String[] key = {"Idempotency-Key", "order-8"};
    HttpResponse<String> first = door.post(api, "/v1/dial-checks", batch(20, 21), key);

    // when
    HttpResponse<String> again = door.post(api, "/v1/dial-checks", batch(20, 21), key);
    HttpResponse<String> longer = door.post(api, "/v1/dial-checks", batch(20, 21, 22), key);
    HttpResponse<String> shorter = door.post(api, "/v1/dial-checks", batch(20), key);
    HttpResponse<String> turned = door.post(api, "/v1/dial-checks", batch(21, 20), key);

    // then
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(List.of(longer, shorter, turned)).allSatisfy(other -> {
      assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
      assertThat(Door.json(other).path("field").asText()).isEqualTo("Idempotency-Key");
    });
    await().atMost(SOON).untilAsserted(() -> assertThat(site.values(Topics.DIAL_OUTCOMES))
        .filteredOn(outcome -> outcome.getPhone().equals(Say.number(22))).singleElement()
        .satisfies(outcome -> assertThat(outcome.getOutcome()).isEqualTo(Outcome.NOT_DIALLED)));
  }

  private static String batch(int... numbers) {
    return IntStream.of(numbers).mapToObj(number -> check(Say.number(number)))
        .collect(Collectors.joining(",", "{\"requests\":[", "]}"));
  }

  private void seeOwnWrites() {
    // given
    String number = Say.number(4);
    String hash = NumberHash.of(new PhoneNumber(number));
    assertThat(Door.json(door.get(api, "/v1/dnc/" + number)).path("listed").asBoolean(true)).isFalse();

    // when
    assertThat(door.post(api, "/v1/opt-outs", phone(number)).statusCode()).isEqualTo(201);
    JsonNode listed = Door.json(door.get(api, "/v1/dnc/" + number));
    assertThat(door.post(api, "/v1/holds", phone(number)).statusCode()).isEqualTo(201);
    JsonNode held = Door.json(door.get(api, "/v1/dnc/" + number));
    assertThat(door.post(api, "/v1/opt-ins", phone(number)).statusCode()).isEqualTo(201);
    JsonNode left = Door.json(door.get(api, "/v1/dnc/" + number));

    // then
    assertThat(listed.path("entries")).singleElement().satisfies(entry -> {
      assertThat(entry.path("reason").asText()).isEqualTo("CUSTOMER_REQUEST");
      assertThat(entry.path("addedBy").asText()).isEqualTo("test caller");
    });
    assertThat(listed.path("freshness").path("positions").size()).isPositive();
    assertThat(held.path("entries")).hasSize(2);
    assertThat(left.path("entries")).singleElement()
        .satisfies(entry -> assertThat(entry.path("reason").asText()).isEqualTo("LITIGATION_HOLD"));
    await().atMost(SOON).untilAsserted(() -> assertThat(
        door.post(api, "/v1/dnc/hash-matches", "{\"hashes\":[\"%s\",\"%s\"]}".formatted(hash, "0".repeat(64))).body())
        .isEqualTo("{\"matches\":[true,false]}"));
    List<OperatorAction> actions = site.values(Topics.OPERATOR_ACTIONS);
    assertThat(actions).filteredOn(action -> action.getAction() == OperatorActionKind.LOOKUP)
        .filteredOn(action -> action.getSubject().equals(number)).hasSize(4)
        .allMatch(action -> action.getWho().equals("test caller"));
  }

  private void seePrefixesAmongFewAndAmongMany() {
    // given
    String covered = "+19005550123";
    assertThat(door.post(api, "/v1/opt-outs", prefix("+1900")).statusCode()).isEqualTo(201);

    // when: more prefixes lie before the number than one range passes over
    JsonNode amongFew = Door.json(door.get(api, "/v1/dnc/" + covered));
    List<CompletableFuture<HttpResponse<String>>> others = new ArrayList<>();
    for (int i = 0; i < 110; i++) {
      others.add(door.postLater(api, "/v1/opt-outs", prefix("+1201%03d".formatted(i))));
    }
    others.forEach(other -> assertThat(other.join().statusCode()).as(other.join().body()).isEqualTo(201));
    JsonNode amongMany = Door.json(door.get(api, "/v1/dnc/" + covered));

    // then
    assertThat(List.of(amongFew, amongMany)).allSatisfy(answer -> assertThat(answer.path("entries")).singleElement()
        .satisfies(entry -> assertThat(entry.path("match").asText()).isEqualTo("+1900")));
  }

  private static String prefix(String prefix) {
    return "{\"phone\":\"%s\",\"matchType\":\"PREFIX\",\"reason\":\"INTERNAL_POLICY\"}".formatted(prefix);
  }

  private void lockOutRevokedKey() {
    // when
    door.revoke();

    // then
    await().atMost(SOON).until(() -> door.get(api, "/v1/decisions").statusCode() == 401);
  }

  private static String check(String number) {
    return "{\"phone\":\"%s\",\"campaignId\":\"spring\"}".formatted(number);
  }

  private static String phone(String number) {
    return "{\"phone\":\"%s\"}".formatted(number);
  }
}
