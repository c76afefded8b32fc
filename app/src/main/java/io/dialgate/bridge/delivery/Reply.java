package io.dialgate.bridge.delivery;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What came of one request. */
public sealed interface Reply {

  /** An answer, whole. */
  @SuppressWarnings("ArrayRecordComponent") // Bytes that are read, never compared.
  record Answer(int status, HttpHeaders headers, byte[] body) implements Reply {

    private static final int MAX_TOLD = 300;

    /** Status and the beginning of the body, on one line, for a person. */
    String told() {
      String text = new String(body, 0, Math.min(body.length, MAX_TOLD), StandardCharsets.UTF_8)
          .replaceAll("\\p{Cntrl}+", " ").strip();
      return text.isEmpty() ? "status " + status : "status %d: %s".formatted(status, text);
    }
  }

  /**
   * No answer, or not all of it.
   *
   * @param why in words
   */
  record NoAnswer(String why) implements Reply {}
}
