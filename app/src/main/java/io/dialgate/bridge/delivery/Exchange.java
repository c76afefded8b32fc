package io.dialgate.bridge.delivery;

import java.net.http.HttpRequest;

/** Sends one request and waits for its answer. May be used by many threads at once. */
@FunctionalInterface
public interface Exchange {

  /** What came of it; a failure is a reply too. */
  Reply send(HttpRequest request) throws InterruptedException;
}
