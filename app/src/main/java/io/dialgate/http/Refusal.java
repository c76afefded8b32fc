package io.dialgate.http;

import io.javalin.http.HttpStatus;

/** Ends a request with a {@link Problem}, from however deep. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  Refusal(HttpStatus status, String detail) {
    super(detail, null, false, false);
    this.status = status;
  }

  Problem problem() {
    return new Problem(status, String.valueOf(getMessage()));
  }
}
