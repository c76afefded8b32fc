package io.dialgate.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** An API that is served to whoever asks, for tests of other packages. */
public final class Served implements AutoCloseable {

  private final HttpServer server;

  private Served(HttpServer server) {
    this.server = server;
  }

  /** Serves it over TLS. */
  public static Served overTls(Tls tls) {
    var access = new Access(_ -> Optional.empty(), new Access.Door(true, false, 10_000));
    return new Served(HttpServer.start("127.0.0.1", 0, tls, new HttpParts("1", new Readiness(Map.of()), () -> "",
        ApiUnderTest.NO_LOGS, access, new FakeGate().house(), FakeInboxes.ALL, new FakeScrubs())));
  }

  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
