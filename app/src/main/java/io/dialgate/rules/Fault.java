package io.dialgate.rules;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a document.
 *
 * @param file the document's name, as its reader was told
 * @param line where it is wrong, from 1
 * @param rule the id of the rule that is wrong; null outside of rules, and in a rule without an id
 * @param what what is wrong and what to do: {@code expected X, but got Y; do Z}
 */
public record Fault(String file, int line, @Nullable String rule, String what) {

  /** The fault as one line of text. */
  public String text() {
    return file + ":" + line + ": " + (rule == null ? "" : "rule " + rule + ": ") + what;
  }
}
