package io.dialgate.http;

/** How one part of Dialgate is. */
public sealed interface Health {

  /** It does its work. */
  record Up() implements Health {}

  /** It does not, and why: one sentence without secrets, for whoever has to look. */
  record Down(String why) implements Health {}

  /** It does its work. */
  static Health up() {
    return new Up();
  }

  /** It does not, and why. */
  static Health down(String why) {
    return new Down(why);
  }
}
