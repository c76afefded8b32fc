package io.dialgate.domain.dnc;

import org.jspecify.annotations.Nullable;

/**
 * Where an entry comes from.
 *
 * @param source the system that published it
 * @param addedBy the person or service on whose word it is
 * @param conversationId the conversation in which the wish was expressed, as evidence; null if none is known
 */
public record Provenance(String source, String addedBy, @Nullable String conversationId) {}
