package io.dialgate.domain.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key may be used for. */
public enum Right {
  /** Look numbers up. */
  DNC_READ,
  /** Put numbers on lists and take them off, holds included. */
  DNC_WRITE,
  /** Ask whether a number may be called. */
  DIAL_CHECK,
  /** Send transactions to be scored. */
  RISK_WRITE,
  /** Read the audit, in which numbers stand. */
  AUDIT_READ,
  /** Put policies and emergency blocks in force. */
  POLICY_WRITE;

  /** Its name outside, for example {@code dnc:read}. */
  public String scope() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /** All of them. */
  public static Set<Right> all() {
    return EnumSet.allOf(Right.class);
  }

  /**
   * Reads a scope.
   *
   * @throws IllegalArgumentException if there is no such scope
   */
  public static Right of(String scope) {
    return Arrays.stream(values()).filter(one -> one.scope().equals(scope)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected a scope out of %s, but got '%s'; correct it"
            .formatted(Arrays.stream(values()).map(Right::scope).collect(Collectors.joining(", ")), scope)));
  }
}
