package io.dialgate.domain.consent;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person did that gives or takes back the leave to call.
 *
 * @param id names it; the same id again changes nothing
 * @param kind what was done
 * @param brand the brand that it is for; null: every brand of the user's
 * @param occurredAt when the person did it
 * @param expiresAt the first instant at which it no longer holds; null: as long as the rules say
 * @param evidence where the proof lies
 */
public record Consent(String id, Kind kind, @Nullable String brand, Instant occurredAt, @Nullable Instant expiresAt,
    String evidence) {

  /** What was done. */
  public enum Kind {
    /** Prior express written permission. */
    PERMISSION,
    /** A purchase, payment or delivery: an established business relationship. */
    EBR_PURCHASE,
    /** An inquiry or application: an established business relationship, a shorter one. */
    EBR_INQUIRY,
    /** Consent was taken back. */
    REVOCATION
  }
}
