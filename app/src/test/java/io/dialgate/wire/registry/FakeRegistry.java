package io.dialgate.wire.registry;

import java.util.List;

import io.dialgate.fake.FakeServer;
import io.dialgate.fake.FakeServer.Answering;

/** A registry that answers what a test tells it to, and notes what it was asked. */
final class FakeRegistry implements AutoCloseable {

  private volatile Answering answering = FakeServer.answer(500, "{}");
  private final FakeServer server = new FakeServer((exchange, got) -> answering.answer(exchange, got));

  FakeRegistry says(int status, String body) {
    answering = FakeServer.answer(status, body);
    return this;
  }

  /** Takes the request and says nothing. */
  FakeRegistry hangs() {
    answering = FakeServer.never();
    return this;
  }

  /** Sends the headers and the first byte, and then nothing. */
  FakeRegistry drips() {
    answering = FakeServer.neverWhole(200);
    return this;
  }

  List<String> asked() {
    return server.requests().stream().map(got -> "%s %s %s".formatted(got.verb(), got.path(), got.body()).strip())
        .toList();
  }

  String url() {
    return server.url().toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
