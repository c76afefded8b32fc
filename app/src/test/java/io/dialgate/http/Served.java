package io.dialgate.http;

import java.net.URI;

/** An API that is served to whoever asks, for tests of other packages. */
public final class Served implements AutoCloseable {

  private final HttpServer server;

  private Served(HttpServer server) {
    this.server = server;
  }

  /** Serves it over TLS. */
  public static Served overTls(Tls tls) {
    return new Served(new FakeParts().serve(FakeParts.LOOPBACK, 0, tls));
  }

  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
