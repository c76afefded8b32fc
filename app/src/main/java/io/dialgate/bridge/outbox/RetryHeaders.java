package io.dialgate.bridge.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What a record on {@code bridge-retries} says beside its key and value, which are the original's.
 *
 * @param destination whose it is
 * @param topic the original's, by its whole name
 * @param timestamp the original's, in milliseconds
 * @param round how often it was put down, this time included
 * @param due when it is tried again
 * @param why the last failure
 */
record RetryHeaders(String destination, String topic, int partition, long offset, long timestamp, int round,
    Instant due, String why) {

  private static final String PREFIX = "dialgate.retry.";
  private static final int MAX_WHY = 1_000;

  void putInto(Headers headers) {
    put(headers, "destination", destination);
    put(headers, "topic", topic);
    put(headers, "partition", Integer.toString(partition));
    put(headers, "offset", Long.toString(offset));
    put(headers, "timestamp", Long.toString(timestamp));
    put(headers, "round", Integer.toString(round));
    put(headers, "due", Long.toString(due.toEpochMilli()));
    put(headers, "why", why.substring(0, Math.min(MAX_WHY, why.length())));
  }

  /** What a record says; empty if it was not put down by an outbox. */
  static Optional<RetryHeaders> of(Headers headers) {
    try {
      return Optional.of(new RetryHeaders(get(headers, "destination"), get(headers, "topic"),
          Integer.parseInt(get(headers, "partition")), Long.parseLong(get(headers, "offset")),
          Long.parseLong(get(headers, "timestamp")), Integer.parseInt(get(headers, "round")),
          Instant.ofEpochMilli(Long.parseLong(get(headers, "due"))), get(headers, "why")));
    } catch (NumberFormatException foreign) {
      return Optional.empty();
    }
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String get(Headers headers, String name) {
    Header header = headers.lastHeader(PREFIX + name);
    return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
