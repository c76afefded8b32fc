package io.dialgate.wire.record;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.consent.Consent.Kind;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.schemas.ConsentEvent;
import io.dialgate.schemas.ConsentKind;

/** {@code consents}. */
public final class Consents {

  private Consents() {}

  /** What the person agreed to, or takes back. */
  public static Arrival read(ConsentEvent record, Numbering numbering) {
    String id = Fields.id("consentId", record.getConsentId());
    var consent = new Consent(id, kind(record), Fields.optionalText("brand", record.getBrand()), record.getOccurredAt(),
        expiry(record), Fields.longClipped(record.getEvidence()));
    return new Arrival.Agreed(Numbers.listed(record.getPhone(), record.getRegion(), numbering), consent, id);
  }

  /**
   * A consent that is over before it begins exempts from nothing; somebody meant something else. A revocation does not end by
   * itself, and is never refused for a date that means nothing.
   */
  private static @Nullable Instant expiry(ConsentEvent record) {
    Instant expiresAt = record.getKind() == ConsentKind.REVOCATION ? null : record.getExpiresAt();
    if (expiresAt != null && !expiresAt.isAfter(record.getOccurredAt())) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected expiresAt after occurredAt (%s), but got %s; correct it, or leave it out for a consent that lasts as long as the rules say"
              .formatted(record.getOccurredAt(), expiresAt));
    }
    return expiresAt;
  }

  private static Kind kind(ConsentEvent record) {
    return switch (record.getKind()) {
      case PERMISSION -> Kind.PERMISSION;
      case EBR_PURCHASE -> Kind.EBR_PURCHASE;
      case EBR_INQUIRY -> Kind.EBR_INQUIRY;
      case REVOCATION -> Kind.REVOCATION;
      case UNKNOWN -> throw Symbols.unknown("kind", "PERMISSION, EBR_PURCHASE, EBR_INQUIRY or REVOCATION");
    };
  }
}
