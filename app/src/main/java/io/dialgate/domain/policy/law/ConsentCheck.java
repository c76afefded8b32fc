package io.dialgate.domain.policy.law;

import java.util.function.Consumer;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.consent.Consent.Kind;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.FindingCode;

/** Did the person permit it, and not take it back? */
final class ConsentCheck {

  private ConsentCheck() {}

  static void needed(Provision provision, Situation situation, Consumer<Finding> found) {
    if (situation.consents().held(Kind.PERMISSION, null).isEmpty()) {
      found.accept(Finding.of(FindingCode.NO_CONSENT, provision.citation().text(),
          "no permission that holds (%s)".formatted(provision.region())));
    }
  }

  static void revoked(Provision provision, Measure.Revocation measure, Situation situation, Consumer<Finding> found) {
    if (situation.call().consents().isEmpty()) {
      return;
    }
    Consent revocation = situation.consents().revocation(measure.everyBrand());
    if (revocation != null) {
      found.accept(Finding.of(FindingCode.CONSENT_REVOKED, provision.citation().text(),
          "consent was revoked at %s, %s, evidence %s".formatted(revocation.occurredAt(),
              revocation.brand() == null ? "for every brand" : "told to brand " + revocation.brand(),
              revocation.evidence())));
    }
  }
}
