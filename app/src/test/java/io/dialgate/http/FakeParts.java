package io.dialgate.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.audit.tile.TileSource;

/** What a server answers from, all of it fake and open to everybody, but for what a test puts in its place. */
final class FakeParts {

  static final String LOOPBACK = "127.0.0.1";
  static final String VERSION = "1.2.3";

  private static final int RATE = 100_000;
  private static final AuditFiles NO_LOGS = new AuditFiles() {
    @Override
    public Optional<TileSource> log(int log) {
      return Optional.empty();
    }

    @Override
    public Optional<String> key(int log) {
      return Optional.empty();
    }
  };

  private Readiness readiness = new Readiness(Map.of());
  private Supplier<String> metrics = () -> "";
  private AuditFiles audit = NO_LOGS;
  private Access access = new Access(_ -> Optional.empty(), new Access.Door(true, false, RATE));
  private Gatehouse house = new FakeGate().house();
  private Inboxes inboxes = FakeInboxes.ALL;
  private ScrubDesk scrubs = new FakeScrubs();

  FakeParts readiness(Readiness parts) {
    readiness = parts;
    return this;
  }

  FakeParts metrics(Supplier<String> told) {
    metrics = told;
    return this;
  }

  FakeParts audit(AuditFiles logs) {
    audit = logs;
    return this;
  }

  FakeParts access(Access rules) {
    access = rules;
    return this;
  }

  FakeParts house(Gatehouse gate) {
    house = gate;
    return this;
  }

  FakeParts inboxes(Inboxes open) {
    inboxes = open;
    return this;
  }

  FakeParts scrubs(ScrubDesk desk) {
    scrubs = desk;
    return this;
  }

  HttpParts all() {
    return new HttpParts(VERSION, readiness, metrics, audit, access, house, inboxes, scrubs);
  }

  /** Serves them on a free port. */
  HttpServer serve() {
    return serve(LOOPBACK, 0, null);
  }

  HttpServer serve(String host, int port, @Nullable Tls tls) {
    return HttpServer.start(host, port, tls, all());
  }
}
