package io.dialgate.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection to an API, kept open. It costs the machine as little as it can, so that the server is what is measured. */
final class Wire implements AutoCloseable {

  private static final int OK = 200;

  private final Socket socket;
  private final InputStream in;
  private final String head;

  Wire(URI api, String key) {
    try {
      socket = new Socket(InetAddress.getByName(api.getHost()), api.getPort());
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("expected %s to answer".formatted(api), e);
    }
    head = " HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n".formatted(api.getAuthority(), key);
  }

  void get(String path) {
    send("GET " + path + head + "\r\n");
  }

  void post(String path, String json) {
    send("POST " + path + head + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
        + json);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void send(String request) {
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      int status = Integer.parseInt(line().split(" ", 3)[1]);
      long length = 0;
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
        }
      }
      String body = new String(in.readNBytes((int) length), StandardCharsets.UTF_8);
      if (status != OK) {
        throw new IllegalStateException("expected 200, but got %d: %s".formatted(status, body));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("expected an answer", e);
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the connection ended");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
