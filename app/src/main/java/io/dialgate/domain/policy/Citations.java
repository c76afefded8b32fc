package io.dialgate.domain.policy;

/** What the findings of the built-in rules rest on. */
public final class Citations {

  private Citations() {}

  /** What a finding of this code rests on, where no policy document says so. */
  public static String of(FindingCode code) {
    return switch (code) {
      case CUSTOMER_REQUEST -> "47 CFR 64.1200(d)(3), (d)(6)";
      case NATIONAL_DNC -> "47 CFR 64.1200(c)(2)";
      case STATE_DNC -> "the state's do-not-call statute";
      case REASSIGNED_NUMBER -> "47 CFR 64.1200(m)";
      case LITIGATION_HOLD, KNOWN_LITIGATOR -> "counsel's instruction";
      case INTERNAL_POLICY, PREFIX_BLOCK -> "internal do-not-call policy";
      case PLATFORM_LIST -> "the platform's do-not-call list";
      case INVALID_NUMBER -> "ITU-T E.164 and the country's numbering plan";
      case POLICY_MISSING, UNKNOWN_JURISDICTION -> "Dialgate: no call without a policy for it";
      case REQUEST_EXPIRED, DUPLICATE_REQUEST, REKEYED -> "Dialgate: the contract of dial-requests";
      case ATTEMPT_CAP -> "Dialgate: open allowances a number";
      default -> throw new IllegalArgumentException(
          "expected a code of the built-in rules, but got %s; give its rule a citation".formatted(code));
    };
  }
}
