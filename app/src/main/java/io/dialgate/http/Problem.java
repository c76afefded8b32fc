package io.dialgate.http;

import java.util.Map;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/**
 * An error as RFC 9457 describes it: {@code application/problem+json} with type, title, status and detail.
 *
 * @param status the HTTP status
 * @param detail one sentence: expected what, but got what; do what. Never a stack trace, never a whole phone number
 */
record Problem(HttpStatus status, String detail) {

  static final String CONTENT_TYPE = "application/problem+json";

  /** Writes it as the answer. The type is about:blank: the status says all (RFC 9457, section 4.2.1). */
  void write(Context context) {
    context.status(status).json(Map.of("type", "about:blank", "title", status.getMessage(), "status", status.getCode(),
        "detail", detail, "instance", context.path())).contentType(CONTENT_TYPE);
  }
}
