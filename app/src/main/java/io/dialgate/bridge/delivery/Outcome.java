package io.dialgate.bridge.delivery;

/**
 * How a call ended, with all its attempts.
 *
 * @param <T> what a good answer says
 */
sealed interface Outcome<T> {

  /** The destination took it. */
  record Taken<T>(T said) implements Outcome<T> {}

  /** It will never take it. */
  record Impossible<T>(int status, String why) implements Outcome<T> {}

  /** It did not take it as often as it was tried. */
  record Failed<T>(String why) implements Outcome<T> {}
}
