package io.dialgate.bridge.delivery;

import static io.dialgate.bridge.delivery.Delivering.add;
import static io.dialgate.bridge.delivery.Delivering.adds;
import static io.dialgate.fake.FakeServer.answer;
import static io.dialgate.fake.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

import io.dialgate.bridge.platform.Kind;
import io.dialgate.bridge.platform.Profiles;
import io.dialgate.fake.FakeServer;
import io.dialgate.fake.FakeServer.Answering;

/** Many items at once, and answers that speak of each. */
class BatchesTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** As the guide's platform: {@code results} with a status for each contact. */
  private static Answering contacts(Function<String, String> statusOf) {
    return (exchange, got) -> {
      ObjectNode said = JSON.createObjectNode();
      for (JsonNode contact : JSON.readTree(got.body()).path("contacts")) {
        String number = contact.path("phoneNumber").asText();
        said.withArray("results").addObject().put("phoneNumber", number).put("status", statusOf.apply(number))
            .put("error", "because");
      }
      FakeServer.send(exchange, 200, said.toString(), Map.of());
    };
  }

  @Test
  void shouldPushInBatchesOfFiveHundredAtMostFiveAtATime() throws Exception {
    // given
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    Answering all = contacts(_ -> "suppressed");
    Answering counting = (exchange, got) -> {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      try {
        all.answer(exchange, got);
      } finally {
        now.decrementAndGet();
      }
    };
    try (var server = new FakeServer(counting);
        var to = new Delivering(server.url().toString(), Profiles.cxoneGuide())) {

      // when
      Map<Item, Fate> fates = to.courier.deliver(adds(4_250));

      // then
      assertThat(fates).hasSize(4_250).allSatisfy((_, fate) -> assertThat(fate).isEqualTo(new Fate.Delivered()));
      assertThat(server.requests()).hasSize(9);
      assertThat(server.requests().stream().map(got -> size(got, "contacts")).sorted().toList())
          .isEqualTo(List.of(250, 500, 500, 500, 500, 500, 500, 500, 500));
      assertThat(most.get()).isBetween(1, Courier.AT_ONCE);
    }
  }

  @Test
  void shouldTryOnlyThoseAgainThatAnAnswerNamesAsFailed() throws Exception {
    // given
    Set<String> seen = ConcurrentHashMap.newKeySet();
    try (var server = new FakeServer(
        contacts(number -> number.endsWith("3") ? seen.add(number) ? "error" : "suppressed" : "suppressed"));
        var to = new Delivering(server.url().toString(), Profiles.cxoneGuide())) {

      // when
      Map<Item, Fate> fates = to.courier.deliver(adds(20));

      // then
      assertThat(fates.values()).containsOnly(new Fate.Delivered());
      assertThat(server.requests().stream().map(got -> size(got, "contacts"))).containsExactly(20, 2);
    }
  }

  @Test
  void shouldPostponeWhatAnAnswerSaysIsStillAllowed() throws Exception {
    // given
    try (var server = new FakeServer(contacts(number -> number.endsWith("1") ? "allowed" : "suppressed"));
        var to = new Delivering(server.url().toString(), Profiles.cxoneGuide())) {

      // when
      Map<Item, Fate> fates = to.courier.deliver(adds(3));

      // then
      assertThat(fates.values()).containsExactly(new Fate.Delivered(), new Fate.Postponed("result 'allowed': because"),
          new Fate.Delivered());
    }
  }

  @Test
  void shouldBelieveNoAnswerThatIsCutShortOrLeavesSomebodyOut() throws Exception {
    // given
    Answering cut = answer(200, "{\"results\":[{\"phoneNumber\":\"+14155550000\",\"status\":\"suppre");
    Answering lacking = answer(200, "{\"results\":[{\"phoneNumber\":\"+14155550000\",\"status\":\"suppressed\"}]}");
    try (var server = new FakeServer(cut, lacking, answer(200, ""), contacts(_ -> "suppressed"));
        var to = new Delivering(server.url().toString(), Profiles.cxoneGuide())) {

      // when
      Map<Item, Fate> fates = to.courier.deliver(adds(2));

      // then
      assertThat(fates.values()).containsOnly(new Fate.Delivered());
      assertThat(server.requests()).hasSize(4);
      assertThat(server.requests().stream().map(got -> got.header("Idempotency-Key")).distinct()).hasSize(1);
    }
  }

  @Test
  void shouldReadFailuresOfSingleRecordsInAnAnswerWithStatus200InTheirOrder() throws Exception {
    // given
    Answering second = answer(200,
        "{\"resultSet\":{\"errorCount\":1,\"recordResults\":[{\"success\":true},{\"success\":false,\"error\":\"bad\"}]}}");
    Answering good = answer(200, "{\"resultSet\":{\"errorCount\":0,\"recordResults\":[{\"success\":true}]}}");
    try (var server = new FakeServer(second, good);
        var to = new Delivering(server.url().toString(), Profiles.cxoneAdminApi())) {

      // when
      Map<Item, Fate> fates = to.courier.deliver(adds(2));

      // then
      assertThat(fates.values()).containsOnly(new Fate.Delivered());
      assertThat(server.requests().getLast().body())
          .isEqualTo("{\"dncGroupRecords\":[{\"phoneNumber\":\"4155550001\"}]}");
    }
  }

  @Test
  void shouldHalveABatchUntilOnlyTheBadNumberIsLeft() throws Exception {
    // given
    Answering picky = (exchange, got) -> FakeServer.send(exchange,
        got.body().contains("+14155550066") ? 400 : 200, "{}", Map.of());
    try (var server = new FakeServer(picky); var to = new Delivering(server.url().toString(), Profiles.genesys())) {

      // when
      Map<Item, Fate> fates = to.courier.deliver(adds(100));

      // then
      assertThat(fates.entrySet().stream().filter(it -> !(it.getValue() instanceof Fate.Delivered)))
          .singleElement().satisfies(it -> {
            assertThat(it.getKey().subject()).isEqualTo("+14155550066");
            assertThat(it.getValue()).isEqualTo(new Fate.Refused("status 400: {}"));
          });
      assertThat(server.requests()).hasSizeLessThanOrEqualTo(2 * 7 + 1);
      assertThat(server.requests().getFirst().path()).isEqualTo("/api/v2/outbound/dnclists/L%201/phonenumbers");
    }
  }

  @Test
  void shouldHalveABatchThatIsTooLarge() throws Exception {
    // given
    Answering small = (exchange, got) -> FakeServer.send(exchange,
        size(got, "phoneNumbers") > 60 ? 413 : 200, "", Map.of());
    try (var server = new FakeServer(small); var to = new Delivering(server.url().toString(), Profiles.genesys())) {

      // when
      Map<Item, Fate> fates = to.courier.deliver(adds(200));

      // then
      assertThat(fates.values()).hasSize(200).containsOnly(new Fate.Delivered());
      assertThat(server.requests()).hasSize(7);
    }
  }

  @Test
  void shouldPutAdditionsRemovalsAndDifferentExpiriesIntoRequestsOfTheirOwn() throws Exception {
    // given
    Map<String, JsonNode> expiring = Map.of("expiresAtMinute", TextNode.valueOf("2026-12-01T00:00Z"));
    List<Item> items = new ArrayList<>(List.of(add("+14155550001"), add("+14155550002"),
        Delivering.change(Kind.LIST_ADD, "+14155550003", expiring),
        Delivering.change(Kind.LIST_REMOVE, "+14155550004", Map.of())));
    try (var server = new FakeServer(status(204));
        var to = new Delivering(server.url().toString(), Profiles.genesys())) {

      // when
      to.courier.deliver(items);

      // then
      assertThat(server.requests().stream().map(FakeServer.Got::body)).containsExactlyInAnyOrder(
          "{\"action\":\"Add\",\"phoneNumbers\":[\"+14155550001\",\"+14155550002\"]}",
          "{\"action\":\"Add\",\"phoneNumbers\":[\"+14155550003\"],\"expirationDateTime\":\"2026-12-01T00:00Z\"}",
          "{\"action\":\"Remove\",\"phoneNumbers\":[\"+14155550004\"]}");
    }
  }

  @Test
  void shouldRefuseInTheOpenWhatTheProfileHasNoOperationFor() throws Exception {
    // given
    Item removal = Delivering.change(Kind.LIST_REMOVE, "+14155550004", Map.of());
    try (var server = new FakeServer(status(204));
        var to = new Delivering(server.url().toString(), Profiles.cxoneGuide())) {

      // when
      Fate fate = to.deliver(removal);

      // then
      assertThat(fate).isEqualTo(new Fate.Refused(
          "expected the profile guide to have the operation list-remove, but it has none; do it by hand"));
      assertThat(server.requests()).isEmpty();
    }
  }

  private static int size(FakeServer.Got got, String list) {
    try {
      return JSON.readTree(got.body()).path(list).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
