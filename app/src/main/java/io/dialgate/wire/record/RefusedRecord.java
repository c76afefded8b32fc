package io.dialgate.wire.record;

/** A record that can be read, but not taken. It goes to {@code rejected-records}; its neighbours go on. */
public final class RefusedRecord extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RejectionCode code;

  /** Without a stack trace: it is an answer, not an accident, and a flood of bad records must stay cheap. */
  public RefusedRecord(RejectionCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public RejectionCode code() {
    return code;
  }
}
