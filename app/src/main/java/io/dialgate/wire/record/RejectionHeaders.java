package io.dialgate.wire.record;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.header.Headers;

/** What the headers of {@code rejected-records} say: why, and where the record was. */
public final class RejectionHeaders {

  private static final String PREFIX = "dialgate.error.";

  private RejectionHeaders() {}

  /**
   * Adds them.
   *
   * @param topic where the record was, by its whole name
   * @param timestamp the record's own, in milliseconds
   */
  public static void put(Headers headers, RefusedRecord refused, String topic, int partition, long offset,
      long timestamp) {
    put(headers, "code", refused.code().name());
    put(headers, "message", String.valueOf(refused.getMessage()));
    put(headers, "topic", topic);
    put(headers, "partition", Integer.toString(partition));
    put(headers, "offset", Long.toString(offset));
    put(headers, "timestamp", Long.toString(timestamp));
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
  }
}
