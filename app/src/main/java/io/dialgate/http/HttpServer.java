package io.dialgate.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The server: each request on a virtual thread, a bounded number of them, over a handful of Jetty's own.
 *
 * <p>It prints nothing when it starts.
 */
public final class HttpServer implements AutoCloseable {

  /** The header by which an instance says that it asks on a caller's behalf. */
  public static final String HOP = LookupHandlers.HOP;

  private final Javalin javalin;
  private final String host;
  private final String scheme;

  private HttpServer(Javalin javalin, String host, String scheme) {
    this.scheme = scheme;
    this.javalin = javalin;
    this.host = host;
  }

  /**
   * Starts and returns once requests are answered.
   *
   * @param host the address to listen on
   * @param port the port, 0 for any free one
   * @param tls null: it speaks HTTP without
   * @throws UncheckedIOException if the host is unknown or the port is taken; the message is one sentence for a person
   */
  public static HttpServer start(String host, int port, @Nullable Tls tls, HttpParts parts) {
    Javalin javalin = Javalin.create(config -> {
      quiet(config);
      bounded(config, host, port, tls);
      Routes.add(config.routes, parts);
      Problems.handle(config.routes);
    });
    try {
      javalin.start();
    } catch (Exception failed) {
      javalin.stop();
      throw explained(host, port, failed);
    }
    return new HttpServer(javalin, host, tls == null ? "http" : "https");
  }

  /** Where it answers, with the port that it really has. */
  public URI url() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(scheme + "://" + name + ":" + javalin.port());
  }

  /** Stops taking requests, lets those under way end, and returns when the port is free. */
  @Override
  public void close() {
    javalin.stop();
  }

  /** Kotlin throws checked exceptions undeclared, and Javalin wraps some: what counts is the cause at the bottom. */
  private static UncheckedIOException explained(String host, int port, Exception failed) {
    Throwable cause = failed;
    while (cause.getCause() != null && !(cause instanceof BindException)) {
      cause = cause.getCause();
    }
    String sentence = switch (cause) {
      case BindException taken -> ("expected to listen on %s:%d, but got '%s'; stop what listens there, "
          + "or choose another http.port (0 takes any free one)").formatted(host, port, taken.getMessage());
      case UnresolvedAddressException unknown ->
        "expected http.host to be an address of this machine, but got '%s'; correct it".formatted(host);
      default ->
        "expected to listen on %s:%d, but got '%s'; look at http.host and http.port".formatted(host, port, cause);
    };
    return new UncheckedIOException(sentence, cause instanceof IOException io ? io : new IOException(failed));
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
  }

  private static void bounded(JavalinConfig config, String host, int port, @Nullable Tls tls) {
    config.http.maxRequestSize = Bounds.MAX_BODY_BYTES;
    config.http.prefer405over404 = true;
    VirtualThreadPool requests = new VirtualThreadPool(Bounds.MAX_CONCURRENT_REQUESTS);
    requests.setName("http");
    QueuedThreadPool platform = new QueuedThreadPool(Bounds.MAX_PLATFORM_THREADS);
    platform.setName("http-io");
    platform.setVirtualThreadsExecutor(requests);
    config.jetty.threadPool = platform;
    config.jetty.modifyServer(server -> server.setStopTimeout(Bounds.STOP.toMillis()));
    config.jetty.modifyHttpConfiguration(http -> {
      http.setRequestHeaderSize(Bounds.MAX_HEADER_BYTES);
      http.setSendServerVersion(false);
    });
    config.jetty.addConnector((server, http) -> connector(server, factories(http, tls), host, port));
  }

  private static ConnectionFactory[] factories(HttpConfiguration http, @Nullable Tls tls) {
    var plain = new HttpConnectionFactory(http);
    return tls == null
        ? new ConnectionFactory[]{plain}
        : new ConnectionFactory[]{new SslConnectionFactory(tls.factory(), plain.getProtocol()), plain};
  }

  private static Connector connector(Server server, ConnectionFactory[] factories, String host, int port) {
    int acceptors = 1;
    int selectors = 1;
    ServerConnector connector = new ServerConnector(server, acceptors, selectors, factories);
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(Bounds.IDLE.toMillis());
    connector.setAcceptQueueSize(Bounds.ACCEPT_QUEUE);
    connector.addBean(new HeaderWatch(connector));
    connector.addBean(new NetworkConnectionLimit(Bounds.MAX_CONNECTIONS, connector));
    return connector;
  }
}
