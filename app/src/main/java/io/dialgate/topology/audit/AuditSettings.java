package io.dialgate.topology.audit;

import java.time.InstantSource;

import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What the audit's topology is built from.
 *
 * @param prefix of the topics' names
 * @param origin of the logs: each is this, a slash and its partition
 * @param registry of the schemas
 * @param clock the log's own
 * @param committed is asked by each task when it starts
 */
public record AuditSettings(String prefix, String origin, SchemaRegistry registry, InstantSource clock,
    CommittedLog committed) {}
