package io.dialgate.topology.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The headers that Dialgate writes, and how their values are written: as text. */
final class HeaderText {

  static final String ERROR_CODE = "dialgate.error.code";
  static final String ERROR_MESSAGE = "dialgate.error.message";

  /** How large a rejected record was that is not kept whole. */
  static final String CUT = "dialgate.error.cut";

  /** Before {@link #TOPIC} and its like: where a rejected record was. */
  static final String ERROR = "dialgate.error";
  /** Before {@link #TOPIC} and its like: where a record was that a task sent on. */
  static final String ORIGIN = "dialgate.origin";

  static final String TOPIC = ".topic";
  static final String PARTITION = ".partition";
  static final String OFFSET = ".offset";
  static final String TIMESTAMP = ".timestamp";
  /** All that is said about where a record was. */
  static final List<String> PLACE = List.of(TOPIC, PARTITION, OFFSET, TIMESTAMP);

  /** The time that a record had, where the order of processing needs another one. Never leaves the process. */
  static final String RECORD_TIME = "dialgate.record.time";

  private HeaderText() {}

  static void put(Headers headers, String name, Object value) {
    headers.remove(name).add(name, value.toString().getBytes(StandardCharsets.UTF_8));
  }

  static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  static long number(Headers headers, String name, long otherwise) {
    String text = text(headers, name);
    try {
      return text == null ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
