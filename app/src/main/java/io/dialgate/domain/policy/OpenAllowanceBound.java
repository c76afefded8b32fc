package io.dialgate.domain.policy;

import java.util.function.Consumer;

/** How many allowances of one number may be open at once? What cannot be remembered cannot be recalled. */
public final class OpenAllowanceBound implements Rule {

  /** Allowances of one number that can be open at the same time. */
  public static final int MAX_OPEN = 64;

  @Override
  public void examine(Case call, Consumer<Finding> found) {
    if (call.history().openAllowances() >= MAX_OPEN) {
      found.accept(Finding.of(FindingCode.ATTEMPT_CAP, Citations.of(FindingCode.ATTEMPT_CAP),
          "%d allowances of the number are open, at most %d".formatted(call.history().openAllowances(), MAX_OPEN)));
    }
  }
}
