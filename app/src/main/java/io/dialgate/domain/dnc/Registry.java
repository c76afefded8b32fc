package io.dialgate.domain.dnc;

import java.util.regex.Pattern;

/**
 * What a registry's name says about it: {@code us-tx} is a state's list, {@code us-rnd} the Reassigned Numbers Database, and
 * every other one, {@code us-ftc} first, a nation's.
 */
public final class Registry {

  private static final Pattern STATE = Pattern.compile("us-[a-z]{2}");
  private static final String REASSIGNED = "us-rnd";

  private Registry() {}

  /** The reason that an entry of this registry has. */
  public static Reason reason(String registry) {
    if (registry.equals(REASSIGNED)) {
      return Reason.REASSIGNED_NUMBER;
    }
    return STATE.matcher(registry).matches() ? Reason.STATE_DNC : Reason.NATIONAL_DNC;
  }
}
