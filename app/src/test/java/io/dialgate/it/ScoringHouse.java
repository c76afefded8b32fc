package io.dialgate.it;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;

import io.dialgate.fake.FakeServer;
import io.dialgate.fake.FakeServer.Got;

/** A scorer that answers most transactions with points, some with an error, and some when nobody waits any more. */
final class ScoringHouse implements AutoCloseable {

  /** How it treats a transaction. */
  enum Treatment {
    POINTS, ERROR, LATE
  }

  private static final int OF = 16;
  private static final int MOST_POINTS = 41;
  private static final long LATE_SECONDS = 5;
  private static final JsonMapper JSON = new JsonMapper();

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Integer> ruleScores = new ConcurrentHashMap<>();
  private final FakeServer server = new FakeServer(this::answer);

  String url() {
    return server.url() + "/score";
  }

  /** The score of the rules that it was told, by transaction. */
  Map<String, Integer> ruleScores() {
    return ruleScores;
  }

  static Treatment treatment(String transaction) {
    return switch (Math.floorMod(transaction.hashCode(), OF)) {
      case 0 -> Treatment.LATE;
      case 1, 2 -> Treatment.ERROR;
      default -> Treatment.POINTS;
    };
  }

  static int points(String transaction) {
    return Math.floorMod(transaction.hashCode() / OF, MOST_POINTS);
  }

  private void answer(HttpExchange exchange, Got got) throws IOException {
    JsonNode body = JSON.readTree(got.body());
    String transaction = body.get("transactionId").asText();
    ruleScores.put(transaction, body.get("score").asInt());
    Treatment treatment = treatment(transaction);
    if (treatment == Treatment.LATE) {
      waitTooLong();
    }
    FakeServer.send(exchange, treatment == Treatment.ERROR ? 500 : 200,
        "{\"points\": %d, \"reason\": \"the house says so\"}".formatted(points(transaction)), Map.of());
  }

  private void waitTooLong() {
    try {
      var _ = closed.await(LATE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.close();
  }
}
