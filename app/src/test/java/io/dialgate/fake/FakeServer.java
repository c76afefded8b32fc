package io.dialgate.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server on loopback that answers what it is told to, one answer after the other, and then always the last one. */
public final class FakeServer implements AutoCloseable {

  /** One request as it came. */
  public record Got(String verb, String path, Headers headers, String body) {

    public String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  /** How a request is answered. */
  @FunctionalInterface
  public interface Answering {
    void answer(HttpExchange exchange, Got got) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Got> requests = new CopyOnWriteArrayList<>();
  private final Deque<Answering> answers = new ArrayDeque<>();

  public FakeServer(Answering... answers) {
    this.answers.addAll(List.of(answers));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Got> requests() {
    return requests;
  }

  public List<Got> requests(String path) {
    return requests.stream().filter(got -> got.path().startsWith(path)).toList();
  }

  public static Answering status(int status) {
    return answer(status, "", Map.of());
  }

  public static Answering answer(int status, String body) {
    return answer(status, body, Map.of());
  }

  public static Answering answer(int status, String body, Map<String, String> headers) {
    return (exchange, _) -> send(exchange, status, body, headers);
  }

  public static void send(HttpExchange exchange, int status, String body, Map<String, String> headers)
      throws IOException {
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** A head at once, and then never the whole body. */
  public static Answering neverWhole(int status) {
    return (exchange, _) -> {
      exchange.sendResponseHeaders(status, 1_000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      hold();
    };
  }

  /** Not even a head. */
  public static Answering never() {
    return (_, _) -> hold();
  }

  /** Says that the body is longer than it is, and hangs up. */
  public static Answering brokenOff(int status, String beginning) {
    return (exchange, _) -> {
      exchange.sendResponseHeaders(status, beginning.length() + 100L);
      exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      throw new IOException("hangs up");
    };
  }

  /** Until the server is closed, which interrupts it. */
  private static void hold() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var got = new Got(exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(),
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      requests.add(got);
      next().answer(exchange, got);
    }
  }

  private Answering next() {
    synchronized (answers) {
      return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
