package io.dialgate.domain.gate;

/** The gate's answer. */
public enum Verdict {
  /** The call may be placed, unless a recall follows. */
  ALLOW,
  /** The call must not be placed. */
  SUPPRESS,
  /** An earlier ALLOW of the same request is withdrawn. */
  RECALL
}
