package io.dialgate.domain.risk;

/** Whether a score reached its category's threshold. */
public enum Flag {
  LOW, HIGH
}
