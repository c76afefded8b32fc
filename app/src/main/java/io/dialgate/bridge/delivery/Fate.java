package io.dialgate.bridge.delivery;

/** What became of an item. */
public sealed interface Fate {

  /** The destination has it. */
  record Delivered() implements Fate {}

  /**
   * The destination will never take it.
   *
   * @param why its answer, cut short
   */
  record Refused(String why) implements Fate {}

  /**
   * It was tried as often as it may be tried at once, and may succeed later.
   *
   * @param why the last failure
   */
  record Postponed(String why) implements Fate {}
}
