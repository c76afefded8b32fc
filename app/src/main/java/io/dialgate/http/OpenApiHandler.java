package io.dialgate.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** GET /openapi.json: what there is, for programs. A test compares it with the routes, both ways. */
final class OpenApiHandler implements Handler {

  private final byte[] document;

  OpenApiHandler() {
    try (InputStream file = Objects.requireNonNull(OpenApiHandler.class.getResourceAsStream("openapi.json"))) {
      document = file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("expected openapi.json in the program", e);
    }
  }

  @Override
  public void handle(Context context) {
    context.contentType("application/json").result(document);
  }
}
