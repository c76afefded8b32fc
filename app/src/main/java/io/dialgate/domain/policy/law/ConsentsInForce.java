package io.dialgate.domain.policy.law;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.consent.Consent.Kind;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Reason;

/**
 * What a person's consents are worth for one call: those that were given for its brand, that have not passed, and that neither a
 * revocation nor the person's own request has ended since.
 */
final class ConsentsInForce {

  private final Situation situation;
  private final Instant ended;

  ConsentsInForce(Situation situation) {
    this.situation = situation;
    Instant requested = lastRequest();
    Consent revocation = revocation(everyBrand());
    this.ended = revocation == null || revocation.occurredAt().isBefore(requested)
        ? requested
        : revocation.occurredAt();
  }

  /**
   * The consent of this kind that holds the longest.
   *
   * @param lasts how long after it was given; null: as long as it says itself
   */
  Optional<Held> held(Kind kind, @Nullable Period lasts) {
    Held best = null;
    for (Consent consent : situation.call().consents()) {
      if (consent.kind() == kind && isForBrand(consent) && consent.occurredAt().isAfter(ended)
          && !consent.occurredAt().isAfter(now())) {
        var held = new Held(consent, end(consent, lasts));
        if (held.holds(now()) && (best == null || held.outlasts(best))) {
          best = held;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The latest revocation that reaches this call and that no permission has followed; null if there is none. It holds as soon
   * as it is known: one whose date is still to come was told by a clock that is wrong.
   */
  @Nullable
  Consent revocation(boolean everyBrand) {
    Consent latest = null;
    for (Consent consent : situation.call().consents()) {
      if (consent.kind() == Kind.REVOCATION && (everyBrand || isForBrand(consent))
          && (latest == null || consent.occurredAt().isAfter(latest.occurredAt()))) {
        latest = consent;
      }
    }
    return latest == null || isFollowedByPermission(latest) ? null : latest;
  }

  /**
   * A consent, and how long it holds.
   *
   * @param until the first instant at which it does not; null: it does not pass
   */
  record Held(Consent consent, @Nullable Instant until) {

    boolean holds(Instant now) {
      return until == null || now.isBefore(until);
    }

    boolean outlasts(Held other) {
      return other.until != null && (until == null || until.isAfter(other.until));
    }
  }

  private boolean isFollowedByPermission(Consent revocation) {
    return situation.call().consents().stream()
        .anyMatch(one -> one.kind() == Kind.PERMISSION && isForBrand(one)
            && one.occurredAt().isAfter(revocation.occurredAt()) && !one.occurredAt().isAfter(now())
            && new Held(one, one.expiresAt()).holds(now()));
  }

  private boolean everyBrand() {
    return situation.applicable().stream()
        .anyMatch(one -> one.measure() instanceof Measure.Revocation(boolean everyBrand) && everyBrand);
  }

  /** The person's own request that binds this call and was made last. */
  private Instant lastRequest() {
    Instant latest = Instant.MIN;
    for (ListEvent entry : situation.call().entries()) {
      if (entry.entry().reason() == Reason.CUSTOMER_REQUEST && entry.binds(now())
          && entry.concerns(situation.request().brand(), situation.request().campaignId())
          && entry.occurredAt().isAfter(latest)) {
        latest = entry.occurredAt();
      }
    }
    return latest;
  }

  private boolean isForBrand(Consent consent) {
    return consent.brand() == null || consent.brand().equals(situation.request().brand());
  }

  private static @Nullable Instant end(Consent consent, @Nullable Period lasts) {
    Instant own = consent.expiresAt();
    if (lasts == null) {
      return own;
    }
    Instant end = consent.occurredAt().atOffset(ZoneOffset.UTC).plus(lasts).toInstant();
    return own == null || end.isBefore(own) ? end : own;
  }

  private Instant now() {
    return situation.call().now();
  }
}
