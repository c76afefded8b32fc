package io.dialgate.http;

import java.time.Duration;

/** What a client can make the server hold, each with its unit. */
final class Bounds {

  /** A request's body, in bytes: one JSON document, never a file. */
  static final long MAX_BODY_BYTES = 64 * 1024;

  /** The body of a batch, in bytes: {@link #MAX_CHECKS} of a kilobyte each, or {@link #MAX_HASHES}. */
  static final int MAX_BATCH_BYTES = 1 << 20;

  /** Bodies over {@link #MAX_BODY_BYTES} that are in memory at once; more are refused. */
  static final int MAX_LARGE_BODIES = 16;

  /** Dial checks of one request. */
  static final int MAX_CHECKS = 1_000;

  /** Hashes of one request. */
  static final int MAX_HASHES = 10_000;

  /** Decisions that one question about a number is answered with. */
  static final int MAX_DECISIONS = 100;

  /** A body is whole within this time. */
  static final Duration BODY_WITHIN = Duration.ofSeconds(10);

  /** A request's line and headers are whole within this time of its first byte; else the connection is closed. */
  static final Duration HEADER_WITHIN = Duration.ofSeconds(10);

  /** Connections at once; more are not accepted until some are closed. */
  static final int MAX_CONNECTIONS = 4_096;

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
