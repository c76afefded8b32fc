package io.dialgate.bridge.delivery;

import java.util.Optional;

/**
 * Whether an answer whose status is a success says all that it has to.
 *
 * @param <T> what it says
 */
@FunctionalInterface
interface Judge<T> {

  /** What the answer says; empty if it cannot be read, and has to be asked for again. */
  Optional<T> read(Reply.Answer answer);
}
