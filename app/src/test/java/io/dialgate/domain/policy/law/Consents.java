package io.dialgate.domain.policy.law;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.consent.Consent.Kind;

/** Consents for tests. */
final class Consents {

  private Consents() {}

  /** For every brand, long ago, for ever. */
  static Consent permission() {
    return given(Kind.PERMISSION, Instant.parse("2024-01-01T00:00:00Z"));
  }

  static Consent given(Kind kind, Instant at) {
    return given(kind, at, null, null);
  }

  static Consent given(Kind kind, Instant at, @Nullable String brand, @Nullable Instant until) {
    return new Consent(kind + "@" + at, kind, brand, at, until, "form 7");
  }
}
