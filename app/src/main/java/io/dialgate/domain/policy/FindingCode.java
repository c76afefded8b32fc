package io.dialgate.domain.policy;

import static io.dialgate.domain.policy.FindingCode.Effect.BLOCKS;
import static io.dialgate.domain.policy.FindingCode.Effect.NOTED;

/** What can be found. The codes are a contract: they only grow, and never change their meaning. */
public enum FindingCode {
  INVALID_NUMBER(BLOCKS), LITIGATION_HOLD(BLOCKS), KNOWN_LITIGATOR(BLOCKS), CUSTOMER_REQUEST(BLOCKS), NATIONAL_DNC(
      BLOCKS), STATE_DNC(BLOCKS), INTERNAL_POLICY(BLOCKS), PLATFORM_LIST(BLOCKS), PREFIX_BLOCK(
          BLOCKS), PROTECTED_NUMBER(BLOCKS), REASSIGNED_NUMBER(BLOCKS), NO_CONSENT(BLOCKS), CONSENT_REVOKED(
              BLOCKS), OUTSIDE_CALLING_HOURS(BLOCKS), HOLIDAY(BLOCKS), STATE_OF_EMERGENCY(BLOCKS), ATTEMPT_CAP(
                  BLOCKS), REGISTRY_STALE(BLOCKS), UNKNOWN_JURISDICTION(BLOCKS), REQUEST_EXPIRED(
                      BLOCKS), DUPLICATE_REQUEST(BLOCKS), POLICY_MISSING(BLOCKS), EXEMPT_PERMISSION(
                          NOTED), EXEMPT_EBR(NOTED), REKEYED(NOTED), LINE_TYPE_UNKNOWN(NOTED);

  /** What a finding does to a decision. */
  public enum Effect {
    /** The call is suppressed. */
    BLOCKS,
    /** It is recorded, and blocks nothing. */
    NOTED
  }

  private final Effect effect;

  FindingCode(Effect effect) {
    this.effect = effect;
  }

  public boolean blocks() {
    return effect == BLOCKS;
  }
}
