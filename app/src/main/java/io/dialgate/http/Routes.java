package io.dialgate.http;

import static io.dialgate.domain.access.Right.AUDIT_READ;
import static io.dialgate.domain.access.Right.DNC_WRITE;
import static io.dialgate.domain.access.Right.RISK_WRITE;

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
    Access access = parts.access();
    routes.get("/v1/audit/{log}/checkpoint", access.needsUnlessPublic(AUDIT_READ, audit::checkpoint));
    routes.get("/v1/audit/{log}/vkey", access.needsUnlessPublic(AUDIT_READ, audit::key));
    routes.get("/v1/audit/{log}/tile/entries/<path>", access.needs(AUDIT_READ, audit::entries));
    routes.get("/v1/audit/{log}/tile/<path>", access.needsUnlessPublic(AUDIT_READ, audit::hashes));
    Inboxes inboxes = parts.inboxes();
    routes.post("/v1/webhooks/genesys", access.needs(DNC_WRITE, new InboxHandler(inboxes.genesys())));
    var signed = new SignedPosts("cxone", inboxes.cxoneSignature(), inboxes.clock());
    routes.post("/v1/webhooks/cxone/data-actions",
        access.needsOrSigned(RISK_WRITE, signed, new InboxHandler(inboxes.cxone())));
  }
}
