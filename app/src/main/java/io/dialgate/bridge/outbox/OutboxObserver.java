package io.dialgate.bridge.outbox;

/** Is told what an outbox does; whoever counts is behind it. */
public interface OutboxObserver {

  /** How an item ended. */
  enum End {
    /** The destination has it. */
    DELIVERED,
    /** It is tried again later. */
    POSTPONED,
    /** It was put into {@code rejected-records}. */
    GIVEN_UP,
    /** A later word about the same number took its place. */
    OVERTAKEN
  }

  /** So many items ended so. */
  void ended(End end, int items);
}
