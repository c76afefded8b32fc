package io.dialgate.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A scorer that answers most transactions with points, some with an error, and some when nobody waits any more. */
final class ScoringHouse implements AutoCloseable {

  /** How it treats a transaction. */
  enum Treatment {
    POINTS, ERROR, LATE
  }

  private static final int OF = 16;
  private static final int MOST_POINTS = 41;
  private static final long LATE_SECONDS = 5;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Integer> ruleScores = new ConcurrentHashMap<>();

  private ScoringHouse(HttpServer server) {
    this.server = server;
  }

  static ScoringHouse open() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var house = new ScoringHouse(server);
    server.createContext("/score", house::answer);
    server.setExecutor(house.threads);
    server.start();
    return house;
  }

  String url() {
    return "http://127.0.0.1:%d/score".formatted(server.getAddress().getPort());
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

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = new ObjectMapper().readTree(exchange.getRequestBody());
      String transaction = body.get("transactionId").asText();
      ruleScores.put(transaction, body.get("score").asInt());
      Treatment treatment = treatment(transaction);
      if (treatment == Treatment.LATE) {
        var _ = closed.await(LATE_SECONDS, TimeUnit.SECONDS);
      }
      byte[] answer = "{\"points\": %d, \"reason\": \"the house says so\"}".formatted(points(transaction))
          .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(treatment == Treatment.ERROR ? 500 : 200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
