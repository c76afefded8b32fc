package io.dialgate.http;

import java.util.function.Supplier;

/**
 * What the handlers answer from.
 *
 * @param version Dialgate's own
 * @param readiness how the parts are
 * @param metrics all metrics, in Prometheus' text format
 * @param audit the logs
 * @param access who may have what
 * @param house what the routes about numbers answer from
 * @param inboxes what platforms post to
 * @param scrubs scrubs contact lists
 */
public record HttpParts(String version, Readiness readiness, Supplier<String> metrics, AuditFiles audit,
    Access access, Gatehouse house, Inboxes inboxes, ScrubDesk scrubs) {}
