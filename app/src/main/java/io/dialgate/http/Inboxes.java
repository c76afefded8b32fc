package io.dialgate.http;

import java.time.InstantSource;
import java.util.Optional;

import io.dialgate.wire.signature.BodySignature;

/**
 * What platforms post to.
 *
 * @param genesys takes Genesys Cloud's events
 * @param cxone takes NICE CXone's Data Actions
 * @param cxoneSignature with what those may be signed, instead of showing a key; empty: they show a key
 * @param clock tells how old a signature is
 */
public record Inboxes(Inbox genesys, Inbox cxone, Optional<BodySignature> cxoneSignature, InstantSource clock) {}
