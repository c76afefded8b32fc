package io.dialgate.http;

import java.util.LinkedHashMap;
import java.util.Map;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;

/** GET /health/ready: 200 if every part is up, else 503; in both cases how each part is. */
final class ReadyHandler implements Handler {

  private final Readiness readiness;

  ReadyHandler(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public void handle(Context context) {
    Map<String, Health> answers = readiness.ask();
    boolean ready = Readiness.ready(answers);
    Map<String, Object> parts = new LinkedHashMap<>();
    answers.forEach((name, health) -> parts.put(name, switch (health) {
      case Health.Up() -> Map.of("up", true);
      case Health.Down(String why) -> Map.of("up", false, "why", why);
    }));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ready", ready);
    body.put("parts", parts);
    context.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).header("Cache-Control", "no-store")
        .json(body);
  }
}
