package io.dialgate.http;

import static io.dialgate.domain.access.Right.AUDIT_READ;
import static io.dialgate.domain.access.Right.DIAL_CHECK;
import static io.dialgate.domain.access.Right.DNC_READ;
import static io.dialgate.domain.access.Right.DNC_WRITE;
import static io.dialgate.domain.access.Right.RISK_WRITE;

import io.javalin.config.RoutesConfig;

/** Every route of the API, on one screen. */
final class Routes {

  private Routes() {}

  static void add(RoutesConfig routes, HttpParts parts) {
    routes.get("/", new StatusPage(parts.version(), parts.readiness()));
    routes.get("/openapi.json", new OpenApiHandler());
    routes.get("/health/live", new LiveHandler());
    routes.get("/health/ready", new ReadyHandler(parts.readiness()));
    routes.get("/metrics", new MetricsHandler(parts.metrics()));
    var audit = new AuditHandlers(parts.audit());
    Access access = parts.access();
    var body = new Body();
    routes.post("/v1/dial-checks", access.needs(DIAL_CHECK, new DialCheckHandler(parts.house(), body)));
    var lists = new ListHandlers(parts.house(), body);
    routes.post("/v1/opt-outs", access.needs(DNC_WRITE, lists::optOut));
    routes.post("/v1/opt-ins", access.needs(DNC_WRITE, lists::optIn));
    routes.post("/v1/holds", access.needs(DNC_WRITE, lists::hold));
    var lookups = new LookupHandlers(parts.house(), body);
    routes.get("/v1/dnc/{number}", access.needs(DNC_READ, lookups::standing));
    routes.get("/v1/decisions", access.needs(DNC_READ, lookups::decisions));
    routes.post("/v1/dnc/hash-matches", access.needs(DNC_READ, lookups::hashMatches));
    routes.get("/v1/audit/{log}/checkpoint", access.needsUnlessPublic(AUDIT_READ, audit::checkpoint));
    routes.get("/v1/audit/{log}/vkey", access.needsUnlessPublic(AUDIT_READ, audit::key));
    routes.get("/v1/audit/{log}/tile/entries/<path>", access.needs(AUDIT_READ, audit::entries));
    routes.get("/v1/audit/{log}/tile/<path>", access.needsUnlessPublic(AUDIT_READ, audit::hashes));
    var scrubs = new ScrubHandlers(parts.scrubs());
    routes.post("/v1/scrubs", access.needs(DIAL_CHECK, scrubs::submit));
    routes.get("/v1/scrubs/{id}", access.needs(DIAL_CHECK, scrubs::status));
    routes.get("/v1/scrubs/{id}/clean", access.needs(DIAL_CHECK, scrubs::clean));
    routes.get("/v1/scrubs/{id}/rejected", access.needs(DIAL_CHECK, scrubs::rejected));
    routes.get("/v1/scrubs/{id}/certificate", access.needs(DIAL_CHECK, scrubs::certificate));
    Inboxes inboxes = parts.inboxes();
    routes.post("/v1/webhooks/genesys", access.needs(DNC_WRITE, new InboxHandler(inboxes.genesys())));
    var signed = new SignedPosts("cxone", inboxes.cxoneSignature(), inboxes.clock());
    routes.post("/v1/webhooks/cxone/data-actions",
        access.needsOrSigned(RISK_WRITE, signed, new InboxHandler(inboxes.cxone())));
  }
}
