package io.dialgate.bridge.delivery;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.dialgate.bridge.oauth.Authorities;
import io.dialgate.bridge.oauth.Credentials;
import io.dialgate.bridge.oauth.Tokens;
import io.dialgate.bridge.platform.Kind;
import io.dialgate.bridge.platform.Login;
import io.dialgate.bridge.platform.Profile;

/** A courier to a fake, with a clock that does not make anybody wait. */
final class Delivering implements AutoCloseable {

  static final int ATTEMPTS = 4;
  static final int MINIMUM_CALLS = 12;

  /** Long enough on a busy machine. */
  private static final Duration WHOLE = Duration.ofSeconds(20);

  /** For tests that are about answers that never come. */
  static final Duration HASTY = Duration.ofMillis(150);

  final ManualTime time = new ManualTime();
  final Courier courier;
  private final JdkExchange exchange;

  Delivering(String base, Profile profile) {
    this(base, profile, new Login.None(), 10_000, WHOLE);
  }

  static Delivering hastily(String base, Profile profile) {
    return new Delivering(base, profile, new Login.None(), 10_000, HASTY);
  }

  Delivering(String base, Profile profile, Login login, int perSecond) {
    this(base, profile, login, perSecond, WHOLE);
  }

  private Delivering(String base, Profile profile, Login login, int perSecond, Duration whole) {
    exchange = new JdkExchange(whole);
    Authority authority = login instanceof Login.ClientCredentials
        ? new Tokens(HttpRequest.newBuilder(URI.create(base + "/token"))
            .POST(HttpRequest.BodyPublishers.noBody()).build(), exchange, time)
        : Authorities.of(login, "", new Credentials("", "s3cret"), exchange, time);
    var gateway = new Gateway("fake", MINIMUM_CALLS, Breakers.OPEN, perSecond, time, time);
    var caller = new Caller(exchange, gateway, authority,
        new Patience(ATTEMPTS, Duration.ofMillis(500), Duration.ofSeconds(30)), time, time, new Random(7));
    courier = new Courier(new Destination("fake", profile, base, Map.of("dncListId", TextNode.valueOf("L 1"),
        "version", TextNode.valueOf("v33.0"), "groupId", TextNode.valueOf("7"))), caller);
  }

  Fate deliver(Item item) throws InterruptedException {
    return Objects.requireNonNull(courier.deliver(List.of(item)).get(item));
  }

  static Item flag(int index) {
    return new Item(Kind.FRAUD_FLAG, "flag-" + index, "i/" + index,
        Map.of("interactionId", TextNode.valueOf("i/" + index),
            "score", IntNode.valueOf(index % 101), "flag", TextNode.valueOf("HIGH"), "assessedAt",
            TextNode.valueOf("2026-09-01T15:00:00Z")));
  }

  static Item add(String number) {
    return change(Kind.LIST_ADD, number, Map.of());
  }

  static Item change(Kind kind, String number, Map<String, JsonNode> more) {
    var fields = new HashMap<String, JsonNode>(more);
    fields.put("number", TextNode.valueOf(number));
    fields.put("national", TextNode.valueOf(number.substring(2)));
    fields.put("listId", TextNode.valueOf("internal"));
    fields.put("matchType", TextNode.valueOf("exact"));
    return new Item(kind, kind.id() + "-" + number, number, fields);
  }

  static List<Item> adds(int count) {
    return IntStream.range(0, count).mapToObj(i -> add("+1415555%04d".formatted(i))).toList();
  }

  @Override
  public void close() {
    exchange.close();
  }
}
