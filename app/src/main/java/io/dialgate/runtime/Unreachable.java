package io.dialgate.runtime;

/**
 * Something outside that Dialgate needs could not be had: a broker, a registry, a port, a folder.
 *
 * <p>The message is one sentence for a person: expected what, but got what; do what. Trying again may help. The command
 * line ends with 3.
 */
public final class Unreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unreachable(String sentence) {
    super(sentence);
  }

  public Unreachable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
