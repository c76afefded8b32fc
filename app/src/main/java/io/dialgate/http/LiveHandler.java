package io.dialgate.http;

import java.util.Map;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** GET /health/live: 200 as long as the process answers at all. Restart it when it does not. */
final class LiveHandler implements Handler {

  @Override
  public void handle(Context context) {
    context.json(Map.of("live", true));
  }
}
