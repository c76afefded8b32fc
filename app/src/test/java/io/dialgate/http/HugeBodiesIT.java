package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** Many bodies of 100 MB at once, in front of a server whose heap has not room for one. */
class HugeBodiesIT {

  private static final long MEGABYTE = 1L << 20;
  private static final long HUGE = 100 * MEGABYTE;
  private static final int HEAP_MEGABYTES = 64;
  private static final int AT_ONCE = 64;

  /** What comes through before the refusal is heard lies in sockets' buffers, not in the server. */
  private static final long TAKEN_AT_MOST = 16 * MEGABYTE;
  private static final List<String> PATHS = List.of("/v1/dial-checks", "/v1/opt-outs", "/v1/dnc/hash-matches",
      "/v1/webhooks/genesys", "/v1/webhooks/cxone/data-actions");

  @Test
  void shouldRefuseManyHugeBodiesInAHeapThatHoldsNone() throws Exception {
    // given
    Process child = start();
    try (BufferedReader out = child.inputReader()) {
      int port = Integer.parseInt(out.readLine());
      List<Callable<Long>> clients = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        String path = PATHS.get(i % PATHS.size());
        boolean chunked = i % 2 == 0;
        clients.add(() -> send(port, path, chunked));
      }

      // when
      List<Future<Long>> sent;
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        sent = threads.invokeAll(clients, 60, TimeUnit.SECONDS);
      }

      // then: nobody got all of it through, and the server is as it was
      assertThat(sent).allSatisfy(one -> assertThat(one.get()).isBetween(1L, TAKEN_AT_MOST));
      assertThat(alive(port)).isEqualTo(200);
      child.getOutputStream().close();
      long peak = Long.parseLong(out.readLine());
      assertThat(peak).as("bytes of heap, at their most").isLessThan(HEAP_MEGABYTES * MEGABYTE);
      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isZero();
    } finally {
      child.destroyForcibly();
    }
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + HEAP_MEGABYTES + "m", "-XX:MaxDirectMemorySize=32m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
        "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        SmallHeapServer.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Sends a body as long as it is taken, and says how many bytes of it were. */
  private static long send(int port, String path, boolean chunked) throws IOException {
    byte[] data = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    long sent = 0;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + HUGE) + "\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII));
      while (sent < HUGE) {
        if (chunked) {
          out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.write(data);
        if (chunked) {
          out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        sent += data.length;
      }
    } catch (IOException refused) {
      // The server has closed the connection.
    }
    return sent;
  }

  private static int alive(int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/live")).build(),
          BodyHandlers.discarding()).statusCode();
    }
  }
}
