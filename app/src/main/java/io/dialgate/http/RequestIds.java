package io.dialgate.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.access.Caller;

/**
 * The ids of a caller's requests. With an {@code Idempotency-Key} they follow from the caller, the key and the place in the
 * batch, so that the stream itself knows a repeated request, whichever instance is asked.
 */
record RequestIds(@Nullable String scope) {

  private static final int MAX_KEY = 255;

  /** Of this request. */
  static RequestIds of(Context context, Caller caller) {
    String key = context.header("Idempotency-Key");
    if (key == null) {
      return new RequestIds(null);
    }
    if (!key.matches("[\\x21-\\x7e]{1," + MAX_KEY + "}")) {
      throw Refusal.field("Idempotency-Key", "1 to %d visible ASCII characters".formatted(MAX_KEY), "another text");
    }
    return new RequestIds(context.endpoint().path + '\n' + caller.name() + '\n' + key);
  }

  boolean repeatable() {
    return scope != null;
  }

  /** The id of the request at this place. */
  String at(int index) {
    if (scope == null) {
      return UUID.randomUUID().toString();
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest((scope + '\n' + index).getBytes(StandardCharsets.UTF_8));
      return DialChecks.REPEATABLE + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 from the Java platform, but got none; use a complete JDK", e);
    }
  }
}
