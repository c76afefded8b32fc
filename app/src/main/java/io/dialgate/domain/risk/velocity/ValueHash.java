package io.dialgate.domain.risk.velocity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.dialgate.domain.hash.Sha256;

/**
 * The first 64 bits of a value's SHA-256, which stand for the value. Two of one customer's 20,000 values have the same by accident
 * in one of 90 billion customers. Who wants two values to look alike has to compute some 4 billion digests for a pair, and has
 * then lowered a count by one. For one thread.
 */
final class ValueHash {

  private final MessageDigest digest = Sha256.digest();

  long of(String value) {
    return ByteBuffer.wrap(digest.digest(value.getBytes(StandardCharsets.UTF_8))).getLong();
  }
}
