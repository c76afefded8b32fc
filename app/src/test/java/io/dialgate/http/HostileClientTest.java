package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that want to hold what the server has little of: memory, connections, time. */
class HostileClientTest {

  private static final long HUGE = 100L << 20;

  private final HttpServer server = new FakeParts().serve();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldRefuseHugeBodyWithoutReadingIt() throws Exception {
    try (Socket socket = open()) {
      // when
      socket.getOutputStream().write(head("Content-Length: " + HUGE));

      // then
      assertThat(firstLine(socket)).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void shouldStopReadingHugeBodyThatDoesNotSayItsLength() throws Exception {
    // given
    byte[] chunk = ("10000\r\n" + " ".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    long sent = 0;

    // when
    try (Socket socket = open()) {
      OutputStream out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked"));
      try {
        while (sent < HUGE) {
          out.write(chunk);
          sent += chunk.length;
        }
      } catch (SocketException closed) {
        // By the server, which has refused it.
      }
    }

    // then
    assertThat(sent).as("bytes that it took, those in the sockets' buffers too").isLessThan(HUGE / 2);
  }

  @Test
  void shouldCloseConnectionWhoseHeadersNeverEnd() throws Exception {
    try (Socket socket = open()) {
      // given
      OutputStream out = socket.getOutputStream();
      out.write("GET / HTTP/1.1\r\nHost: localhost\r\n".getBytes(StandardCharsets.US_ASCII));
      long begin = System.nanoTime();

      // when: a byte now and then, so that it never is idle
      await().pollInterval(Duration.ofMillis(500)).atMost(Bounds.HEADER_WITHIN.plusSeconds(10))
          .until(() -> isClosed(socket, out));

      // then
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Bounds.HEADER_WITHIN.minusSeconds(2));
    }
  }

  @Test
  void shouldKeepConnectionThatIsUsedSlowlyButRightly() throws Exception {
    try (Socket socket = open()) {
      // given
      String whole = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n";
      socket.getOutputStream().write((whole + "\r\n").getBytes(StandardCharsets.US_ASCII));
      assertThat(firstLine(socket)).startsWith("HTTP/1.1 200");

      // when: nothing for longer than headers may take
      await().pollDelay(Bounds.HEADER_WITHIN.plusSeconds(3)).atMost(Bounds.HEADER_WITHIN.plusSeconds(30))
          .until(() -> true);
      socket.getOutputStream().write((whole + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

      // then
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .as("what came since, up to the end").contains("HTTP/1.1 200");
    }
  }

  @Test
  void shouldServeNobodyBeyondItsBoundUntilSomebodyLeaves() throws Exception {
    // given: each has been served once, and so is kept
    byte[] whole = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < Bounds.MAX_CONNECTIONS; i++) {
        held.add(open());
        held.getLast().getOutputStream().write(whole);
        assertThat(firstLine(held.getLast())).as("connection %d", i).startsWith("HTTP/1.1 200");
      }

      // when
      try (Socket further = open()) {
        further.getOutputStream().write(whole);
        boolean early = answersWithin(further, 500);
        held.removeFirst().close();
        held.removeFirst().close();

        // then
        assertThat(early).isFalse();
        assertThat(answersWithin(further, 9_000)).isTrue();
      }
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  private static boolean answersWithin(Socket socket, int millis) throws IOException {
    try {
      socket.setSoTimeout(millis);
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException silent) {
      return false;
    }
  }

  private Socket open() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static byte[] head(String length) {
    return ("POST /v1/dial-checks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + length
        + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String firstLine(Socket socket) throws IOException {
    byte[] line = new byte[512];
    int read = socket.getInputStream().read(line);
    return new String(line, 0, Math.max(0, read), StandardCharsets.US_ASCII);
  }

  private static boolean isClosed(Socket socket, OutputStream out) throws IOException {
    try {
      out.write('a');
      socket.setSoTimeout(50);
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (SocketException closed) {
      return true;
    }
  }
}
