package io.dialgate.http;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose request has begun and whose headers do not end. Jetty bounds only the time between two bytes, so
 * that a sender of one byte every few seconds (slowloris) would keep a connection for ever. Where no request was whole yet,
 * time runs from the first look: a connection that is opened is there to be used.
 */
final class HeaderWatch extends AbstractLifeCycle {

  private static final long LOOK_EVERY_MILLIS = 1_000;

  private final ServerConnector connector;
  private final Map<EndPoint, Progress> watched = new HashMap<>();
  private @Nullable Thread thread;

  /** How many requests had come whole, how many bytes by then, and since when a further one has been coming. */
  private record Progress(long requests, long bytes, long since) {}

  HeaderWatch(ServerConnector connector) {
    this.connector = connector;
  }

  @Override
  protected void doStart() {
    thread = Thread.ofVirtual().name("http-header-watch").start(this::watch);
  }

  @Override
  protected void doStop() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY_MILLIS);
        look(System.nanoTime());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(long now) {
    watched.keySet().retainAll(connector.getConnectedEndPoints());
    for (EndPoint end : connector.getConnectedEndPoints()) {
      Connection connection = http(end);
      long bytes = connection.getBytesIn();
      long requests = connection.getMessagesIn();
      Progress before = watched.get(end);
      if (before == null || before.requests != requests || (bytes == before.bytes && requests > 0)) {
        watched.put(end, new Progress(requests, bytes, now));
      } else if (now - before.since > Bounds.HEADER_WITHIN.toNanos() && !isAnswering(connection)) {
        end.close();
      }
    }
  }

  /** A body may come, or an answer be made: those have bounds of their own. */
  private static boolean isAnswering(Connection connection) {
    return connection.getMessagesIn() > connection.getMessagesOut();
  }

  private static Connection http(EndPoint end) {
    Connection connection = end.getConnection();
    return connection instanceof SslConnection secure && secure.getSslEndPoint().getConnection() != null
        ? secure.getSslEndPoint().getConnection()
        : connection;
  }
}
