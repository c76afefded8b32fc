package io.dialgate.domain.policy.law;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent.Kind;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.FindingCode;

/** What exempts a call from entries of a reason: of several provisions of one kind the shortest time holds. */
final class Exemptions {

  private static final Kind[] KINDS = {Kind.PERMISSION, Kind.EBR_PURCHASE, Kind.EBR_INQUIRY};

  private Exemptions() {}

  /** The first exemption that holds, as it is told; null if there is none. */
  static @Nullable Finding from(Reason reason, Situation situation, String what, @Nullable String list) {
    for (Kind kind : KINDS) {
      Provision strictest = strictest(kind, reason, situation);
      if (strictest != null && strictest.measure() instanceof Measure.Exemption(var _, var lasts, var _)) {
        Optional<ConsentsInForce.Held> held = situation.consents().held(kind, lasts);
        if (held.isPresent()) {
          return told(held.get(), strictest, what, list);
        }
      }
    }
    return null;
  }

  static boolean holds(Reason reason, Situation situation) {
    return !situation.call().consents().isEmpty() && from(reason, situation, "", null) != null;
  }

  private static @Nullable Provision strictest(Kind kind, Reason reason, Situation situation) {
    Provision strictest = null;
    Instant shortest = null;
    for (Provision provision : situation.applicable()) {
      if (provision.measure() instanceof Measure.Exemption(Kind by, Period lasts, var from) && by == kind
          && from.contains(reason)) {
        Instant length = length(lasts);
        if (strictest == null || (shortest != null && length != null && length.isBefore(shortest))
            || (shortest == null && length != null)) {
          strictest = provision;
          shortest = length;
        }
      }
    }
    return strictest;
  }

  /** Comparable by what it comes to from one fixed day; null for no end. */
  private static @Nullable Instant length(@Nullable Period lasts) {
    return lasts == null ? null : Instant.EPOCH.atOffset(ZoneOffset.UTC).plus(lasts).toInstant();
  }

  private static Finding told(ConsentsInForce.Held held, Provision provision, String what, @Nullable String list) {
    boolean permission = held.consent().kind() == Kind.PERMISSION;
    String observed = "%s; %s %s of %s, evidence %s".formatted(what,
        permission ? "permission" : "business relationship", held.consent().id(), held.consent().occurredAt(),
        held.consent().evidence());
    return new Finding(permission ? FindingCode.EXEMPT_PERMISSION : FindingCode.EXEMPT_EBR, provision.citation().text(),
        observed, list, held.until());
  }
}
