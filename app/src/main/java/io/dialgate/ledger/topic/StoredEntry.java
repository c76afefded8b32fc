package io.dialgate.ledger.topic;

import io.dialgate.schemas.AuditEntry;

/**
 * An entry as it lies on the audit topic.
 *
 * @param offset of its record; offsets have gaps, indices have none
 * @param content what the bytes say
 * @param bytes the leaf of the log's tree
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are handed on, never compared.
public record StoredEntry(long offset, AuditEntry content, byte[] bytes) {}
