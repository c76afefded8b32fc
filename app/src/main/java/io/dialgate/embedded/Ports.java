package io.dialgate.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on loopback. */
final class Ports {

  private Ports() {}

  /** The port itself if it is free; any free one for 0. Somebody else could still take it before it is used. */
  static int claim(int port, String whose, String option) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedFailure(
          "expected port %d to be free for the %s, but got '%s'; stop what listens there, or choose another port with %s (0: any free one)"
              .formatted(port, whose, e.getMessage(), option),
          e);
    }
  }
}
