package io.dialgate.http;

import io.javalin.config.RoutesConfig;

/** Every route of the API, on one screen. */
final class Routes {

  private Routes() {}

  static void add(RoutesConfig routes, HttpParts parts) {
    routes.get("/", new StatusPage(parts.version(), parts.readiness()));
    routes.get("/health/live", new LiveHandler());
    routes.get("/health/ready", new ReadyHandler(parts.readiness()));
    routes.get("/metrics", new MetricsHandler(parts.metrics()));
    var audit = new AuditHandlers(parts.audit());
    routes.get("/v1/audit/{log}/checkpoint", audit::checkpoint);
    routes.get("/v1/audit/{log}/vkey", audit::key);
    routes.get("/v1/audit/{log}/tile/<path>", audit::tile);
  }
}
