package io.dialgate.http;

import java.util.stream.Collectors;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** GET /: what this is, how its parts are, and where to go on, for a person with a browser. */
final class StatusPage implements Handler {

  private final String version;
  private final Readiness readiness;

  StatusPage(String version, Readiness readiness) {
    this.version = version;
    this.readiness = readiness;
  }

  @Override
  public void handle(Context context) {
    String parts = readiness.ask().entrySet().stream()
        .map(part -> "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n".formatted(escape(part.getKey()),
            words(part.getValue())))
        .collect(Collectors.joining());
    context.html("""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Dialgate</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}
        th{text-align:left;padding-right:2rem}</style></head>
        <body>
        <h1>Dialgate %s</h1>
        <table>
        %s</table>
        <p><a href="/health/ready">Health</a> · <a href="/metrics">Metrics</a> · <a href="/openapi.json">API</a></p>
        </body>
        </html>
        """.formatted(escape(version), parts)).header("Cache-Control", "no-store");
  }

  private static String words(Health health) {
    return switch (health) {
      case Health.Up() -> "up";
      case Health.Down(String why) -> "down: " + escape(why);
    };
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
