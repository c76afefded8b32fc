package io.dialgate.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A key as it is kept: without its secret.
 *
 * @param id finds it
 * @param hash of the secret, see {@link KeyToken#hash}
 * @param caller its owner, under whose name what it changes is audited
 * @param expiresAt the first instant at which it is good no more; null: never
 * @param revoked whether it was taken back
 */
public record ApiKey(String id, String hash, Caller caller, @Nullable Instant expiresAt, boolean revoked) {

  /** Whether a token is this key's, and it is still good. Takes as long for a wrong secret as for the right one. */
  public boolean admits(KeyToken token, Instant now) {
    boolean same = MessageDigest.isEqual(hash.getBytes(StandardCharsets.US_ASCII),
        token.hash().getBytes(StandardCharsets.US_ASCII));
    return same && id.equals(token.id()) && !revoked && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** The same, taken back. */
  public ApiKey takenBack() {
    return new ApiKey(id, hash, caller, expiresAt, true);
  }
}
