package io.dialgate.it;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Map<String, Set<String>> keysOfInteraction = new HashMap<>();
  private int requests;
  private final FakeServer server = new FakeServer(this::answer);

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

  /** The idempotency keys under which each interaction was told. */
  synchronized Map<String, Set<String>> keysOfInteraction() {
    return new HashMap<>(keysOfInteraction);
  }

  synchronized int requests() {
    return requests;
  }

  private void answer(HttpExchange exchange, Got got) throws IOException {
    if (got.path().equals("/oauth2/token")) {
      FakeServer.send(exchange, 200, "{\"access_token\":\"abc\",\"expires_in\":3600}", Map.of());
      return;
    }
    boolean fails;
    boolean after;
    synchronized (this) {
      requests++;
      fails = random.nextInt(100) < FAILURES_PERCENT;
      after = random.nextBoolean();
      if (!fails || after) {
        take(got);
      }
    }
    FakeServer.send(exchange, fails ? 500 : 200, "{}", Map.of());
  }

  private void take(Got got) throws IOException {
    String path = got.path();
    JsonNode told = JSON.readTree(got.body());
    if (path.startsWith("/api/v2/interactions/")) {
      String interaction = path.substring(path.lastIndexOf('/') + 1);
      flags.put(interaction, told.at("/attributes/fraud_risk_score").asText());
      keysOfInteraction.computeIfAbsent(interaction, _ -> new HashSet<>())
          .add(got.header("Idempotency-Key"));
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
