package io.dialgate.it;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;

import io.dialgate.fake.FakeServer;
import io.dialgate.fake.FakeServer.Got;

/**
 * Two contact centres in one, with a memory: the fraud flags of CXone's interactions, and a DNC list and contacts of Genesys. It
 * fails now and then, seeded: before it has done what it was told, and, worse, after.
 */
final class FakePlatform implements AutoCloseable {

  private static final int FAILURES_PERCENT = 15;
  private static final JsonMapper JSON = new JsonMapper();

  private final Random random;
  private final Map<String, String> flags = new TreeMap<>();
  private final Set<String> listed = new TreeSet<>();
  private final Set<String> uncallable = new TreeSet<>();
  private final Map<String, JsonNode> summaries = new TreeMap<>();
  private final List<Heard> heard = new ArrayList<>();
  private final FakeServer server = new FakeServer(this::answer);

  /** One request, whether it was then taken or not. */
  record Heard(String key, String path, JsonNode body) {}

  FakePlatform(long seed) {
    this.random = new Random(seed);
  }

  URI url() {
    return server.url();
  }

  /** Score by interaction. */
  synchronized Map<String, String> flags() {
    return new TreeMap<>(flags);
  }

  /** The numbers on the DNC list. */
  synchronized Set<String> listed() {
    return new TreeSet<>(listed);
  }

  /** The contacts that must not be dialled. */
  synchronized Set<String> uncallable() {
    return new TreeSet<>(uncallable);
  }

  /** Summaries of intervals by their idempotency key. */
  synchronized Map<String, JsonNode> summaries() {
    return new TreeMap<>(summaries);
  }

  /** All that it was ever told, tokens apart. */
  synchronized List<Heard> heard() {
    return List.copyOf(heard);
  }

  private void answer(HttpExchange exchange, Got got) throws IOException {
    if (got.path().equals("/oauth2/token")) {
      FakeServer.send(exchange, 200, "{\"access_token\":\"abc\",\"expires_in\":3600}", Map.of());
      return;
    }
    boolean fails;
    boolean after;
    synchronized (this) {
      heard.add(new Heard(got.header("Idempotency-Key"), got.path(), JSON.readTree(got.body())));
      fails = random.nextInt(100) < FAILURES_PERCENT;
      after = random.nextBoolean();
      if (!fails || after) {
        take(heard.getLast());
      }
    }
    FakeServer.send(exchange, fails ? 500 : 200, "{}", Map.of());
  }

  private void take(Heard one) {
    String path = one.path();
    JsonNode told = one.body();
    if (path.startsWith("/api/v2/interactions/")) {
      String interaction = path.substring(path.lastIndexOf('/') + 1);
      flags.put(interaction, told.at("/attributes/fraud_risk_score").asText());
    } else if (path.equals("/summaries")) {
      summaries.put(one.key(), told);
    } else if (path.startsWith("/api/v2/outbound/dnclists/")) {
      boolean add = told.path("action").asText().equals("Add");
      told.path("phoneNumbers").forEach(number -> {
        if (add) {
          listed.add(number.asText());
        } else {
          listed.remove(number.asText());
        }
      });
    } else if (path.endsWith("/contacts/bulk/update")) {
      told.path("contactIds").forEach(id -> uncallable.add(id.asText()));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
