package io.dialgate.lists.scrub;

/** What was decided about the numbers of a list, by their place among its distinct numbers. */
public interface Judgement {

  /** Why rows of this number are rejected: codes joined by a bar; empty if they are not. */
  String reasons(int place);

  /** The instant from which to ask again, RFC 3339; empty if there is none. */
  String retryAt(int place);
}
