package io.dialgate.bridge.delivery;

/** Nothing can be shown to the destination at the moment; the message says why, and holds no secret. */
public final class NoAuthority extends Exception {

  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it is an answer, not an accident. */
  public NoAuthority(String why) {
    super(why, null, false, false);
  }
}
