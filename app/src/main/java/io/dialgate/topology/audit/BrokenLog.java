package io.dialgate.topology.audit;

/** The state of a log's task and the log itself have come apart: whatever was written now would begin a second history. */
public final class BrokenLog extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenLog(String log, String remembered, String committed) {
    super(
        "expected log %s to end where its task's restored state ends (%s), but the topic has %s; nothing is appended: "
            .formatted(log, remembered, committed)
            + "compare both with the last signed head (dialgate audit verify) before the application is reset");
  }
}
