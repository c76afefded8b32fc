package io.dialgate.lists.layout;

/** What a file of a registry is. A file is of one kind. */
public enum Kind {
  /** Every number that is registered at a date. */
  FULL("a full list"),
  /** What was registered and taken off since the last one. */
  CHANGES("a change list"),
  /** Answers about the numbers that were asked about, of a registry that does not release its list. */
  ANSWERS("answers");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** In words, with an article. */
  public String words() {
    return words;
  }
}
