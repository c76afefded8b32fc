package io.dialgate.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/** Ports on loopback. */
final class Ports {

  /**
   * A port that somebody wants.
   *
   * @param port 0 for any free one
   * @param whose who will listen there, for the message
   * @param option with which to choose another, for the message
   */
  record Wish(int port, String whose, String option) {}

  /**
   * Any free one is taken from below the ports that operating systems give to outgoing connections: one of those could take it
   * before it is used.
   */
  private static final int FIRST_FREE = 15_000;

  private static final int END_OF_FREE = 32_000;
  private static final int TRIES = 100;

  private Ports() {}

  /**
   * The ports themselves if they are free; any free ones for 0. All are held until the last is found, so that no two are the
   * same. Somebody else could still take one before it is used.
   */
  static List<Integer> claim(Wish... wishes) {
    var held = new ArrayList<ServerSocket>();
    try {
      for (Wish wish : wishes) {
        held.add(hold(wish));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      held.forEach(Ports::release);
    }
  }

  private static ServerSocket hold(Wish wish) {
    return wish.port() == 0 ? holdAny(wish) : hold(wish, wish.port());
  }

  private static ServerSocket holdAny(Wish wish) {
    for (int tries = 1; tries < TRIES; tries++) {
      try {
        return hold(wish, ThreadLocalRandom.current().nextInt(FIRST_FREE, END_OF_FREE));
      } catch (EmbeddedFailure taken) {
        // The next one may be free.
      }
    }
    return hold(wish, ThreadLocalRandom.current().nextInt(FIRST_FREE, END_OF_FREE));
  }

  private static ServerSocket hold(Wish wish, int port) {
    ServerSocket socket = null;
    try {
      socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      release(socket);
      throw new EmbeddedFailure(
          "expected port %d to be free for the %s, but got '%s'; stop what listens there, or choose another port with %s (0: any free one)"
              .formatted(port, wish.whose(), e.getMessage(), wish.option()),
          e);
    }
  }

  private static void release(@Nullable ServerSocket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("expected to give a port back, but failed", e);
    }
  }
}
