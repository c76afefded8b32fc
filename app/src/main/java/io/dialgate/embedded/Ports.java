package io.dialgate.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on loopback. */
final class Ports {

  /** Below the ports that operating systems give to outgoing connections, which could take one before it is used. */
  private static final int FIRST_FREE = 15_000;

  private static final int END_OF_FREE = 32_000;
  private static final int TRIES = 200;

  private Ports() {}

  /**
   * A port that is free now.
   *
   * @param port the one wanted, or 0 for any
   * @param whose for the message
   * @param option by which another one can be chosen
   */
  static int claim(int port, String whose, String option) {
    return port == 0 ? any() : wanted(port, whose, option);
  }

  private static int wanted(int port, String whose, String option) {
    try {
      bind(port);
      return port;
    } catch (IOException e) {
      throw new EmbeddedFailure(
          "expected port %d to be free for the %s, but got '%s'; stop what listens there, or choose another port with %s (0: any free one)"
              .formatted(port, whose, e.getMessage(), option),
          e);
    }
  }

  private static int any() {
    IOException last = new IOException("none was tried");
    for (int tries = 0; tries < TRIES; tries++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, END_OF_FREE);
      try {
        bind(port);
        return port;
      } catch (IOException e) {
        last = e;
      }
    }
    throw new EmbeddedFailure("expected a free port between %d and %d, but found none in %d tries; end some programs"
        .formatted(FIRST_FREE, END_OF_FREE, TRIES), last);
  }

  private static void bind(int port) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
  }
}
