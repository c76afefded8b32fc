package io.dialgate.domain.gate;

import java.util.List;

/**
 * What one event leads to.
 *
 * @param next the state from here on
 * @param facts what is to be told, in this order
 */
public record Step(NumberState next, List<Fact> facts) {

  static Step unchanged(NumberState state) {
    return new Step(state, List.of());
  }
}
