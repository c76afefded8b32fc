package io.dialgate.domain.audit.tile;

/**
 * A tile of hashes with what is in it.
 *
 * @param tile its name
 * @param hashes side by side; the array belongs to whoever receives it
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are handed on, never compared.
public record StoredTile(HashTile tile, byte[] hashes) {}
