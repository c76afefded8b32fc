package io.dialgate.http;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.Right;
import io.dialgate.wire.signature.BodySignature;

/**
 * Those who sign what they post with a shared secret, and so need to show no key.
 *
 * @param name of the caller, under which what it changes is audited
 * @param signature how it signs; empty: it has no secret, and shows a key
 */
record SignedPosts(String name, Optional<BodySignature> signature, InstantSource clock) {

  /** Who has signed; empty if there is no signature. A wrong one is refused, whatever else is shown. */
  Optional<Caller> caller(Context context, Right right) {
    String header = context.header(BodySignature.HEADER);
    if (header == null || signature.isEmpty()) {
      return Optional.empty();
    }
    signature.get().faultOf(header, Body.raw(context), clock.instant()).ifPresent(fault -> {
      throw new Refusal(HttpStatus.UNAUTHORIZED, fault);
    });
    return Optional.of(new Caller(name, Set.of(right)));
  }
}
