package io.dialgate.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Whether somebody listens. */
final class Sockets {

  private static final int CONNECT_MILLIS = 500;

  private Sockets() {}

  static void awaitOpen(Child child, String address, Duration within) {
    int colon = address.lastIndexOf(':');
    var target = new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    child.await(() -> open(target), within);
  }

  private static boolean open(InetSocketAddress target) {
    try (var socket = new Socket()) {
      socket.connect(target, CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
