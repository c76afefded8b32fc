package io.dialgate.embedded;

/** The own broker or registry cannot be had: a port, a folder, or the process itself. The message is one sentence. */
public final class EmbeddedFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmbeddedFailure(String sentence) {
    super(sentence);
  }

  EmbeddedFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
