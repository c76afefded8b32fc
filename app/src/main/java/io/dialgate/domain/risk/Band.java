package io.dialgate.domain.risk;

import java.math.BigDecimal;

/** One step of a feature: what is observed, and the points that it gives. Edges are not part of what lies over or under them. */
public sealed interface Band {

  /** The points. */
  int points();

  /** The tier is this one. */
  record Is(String value, int points) implements Band {}

  /** The number is greater. */
  record Over(BigDecimal edge, int points) implements Band {}

  /** The number is smaller. */
  record Under(BigDecimal edge, int points) implements Band {}
}
