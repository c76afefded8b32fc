package io.dialgate.lists;

/**
 * A registry's files will not be taken: they are not what they claim to be, or taking them could open the gate.
 *
 * <p>The message is one sentence for a person: expected what, but got what, where; do what. Nothing was published.
 */
public final class RefusedList extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RefusedList(String sentence) {
    super(sentence);
  }

  public RefusedList(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
