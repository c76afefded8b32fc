package io.dialgate.http;

import java.util.LinkedHashMap;
import java.util.Map;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 describes it: {@code application/problem+json} with type, title, status and detail.
 *
 * @param status the HTTP status
 * @param detail one sentence: expected what, but got what; do what. Never a stack trace, never a whole phone number
 * @param more members beside these, for a program: {@code field}, {@code expected} and {@code got}, or ids
 */
record Problem(HttpStatus status, String detail, Map<String, @Nullable Object> more) {

  static final String CONTENT_TYPE = "application/problem+json";

  Problem(HttpStatus status, String detail) {
    this(status, detail, Map.of());
  }

  /** Writes it as the answer. The type is about:blank: the status says all (RFC 9457, section 4.2.1). */
  void write(Context context) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", "about:blank");
    json.put("title", status.getMessage());
    json.put("status", status.getCode());
    json.put("detail", detail);
    json.put("instance", context.path());
    json.putAll(more);
    context.status(status).json(json).contentType(CONTENT_TYPE);
  }
}
