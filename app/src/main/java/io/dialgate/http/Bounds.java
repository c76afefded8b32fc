package io.dialgate.http;

import java.time.Duration;

/** What a client can make the server hold, each with its unit. */
final class Bounds {

  /** A request's body, in bytes: one JSON document, never a file. */
  static final long MAX_BODY_BYTES = 64 * 1024;

  /** A request's line and headers together, in bytes. */
  static final int MAX_HEADER_BYTES = 8 * 1024;

  /** A connection on which nothing moves for so long is closed. */
  static final Duration IDLE = Duration.ofSeconds(30);

  /** How long the requests under way may take to end when the server stops. */
  static final Duration STOP = Duration.ofSeconds(5);

  /** Platform threads: Jetty's acceptor and selector, and those that hand work to virtual threads. */
  static final int MAX_PLATFORM_THREADS = 16;

  /** Requests handled at the same time, each on a virtual thread of its own; more wait. */
  static final int MAX_CONCURRENT_REQUESTS = 512;

  /** Connections that wait to be accepted. */
  static final int ACCEPT_QUEUE = 128;

  private Bounds() {}
}
