package io.dialgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to the registry that can be cut and mended. */
final class RegistryLine implements AutoCloseable {

  private final URI registry;
  private final ServerSocket entrance;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  RegistryLine(URI registry) {
    this.registry = registry;
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Where the registry seems to be. */
  URI url() {
    return URI.create("http://127.0.0.1:%d%s".formatted(entrance.getLocalPort(), registry.getPath()));
  }

  /** From now on nobody gets an answer. */
  void cut() {
    cut = true;
    open.forEach(RegistryLine::hangUp);
  }

  void mend() {
    cut = false;
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    open.forEach(RegistryLine::hangUp);
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        connect(entrance.accept());
      } catch (IOException e) {
        // Closed, or nobody answers at the other end: whoever asked will see it.
      }
    }
  }

  private void connect(Socket caller) throws IOException {
    if (cut) {
      hangUp(caller);
      return;
    }
    var called = new Socket(registry.getHost(), registry.getPort());
    open.add(caller);
    open.add(called);
    Thread.ofVirtual().start(() -> carry(caller, called));
    Thread.ofVirtual().start(() -> carry(called, caller));
  }

  private void carry(Socket from, Socket to) {
    try (from; to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Hung up.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
