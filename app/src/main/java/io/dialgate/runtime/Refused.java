package io.dialgate.runtime;

/**
 * Dialgate will not do what it was told, because it would be wrong: a bad setting, or a broker whose topics do not fit.
 *
 * <p>The message is one sentence for a person: expected what, but got what, where; do what. Nothing was applied. The
 * command line ends with 2.
 */
public class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refused(String sentence) {
    super(sentence);
  }

  public Refused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
