package io.dialgate.domain.policy;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was found about a call.
 *
 * @param code what kind of thing
 * @param citation the statute, rule or contract that it rests on
 * @param observed what was seen, in words
 * @param listId the list that it comes from; null if it comes from none
 * @param until the first instant at which it no longer holds; null if it does not pass with time
 */
public record Finding(FindingCode code, String citation, String observed, @Nullable String listId,
    @Nullable Instant until) {

  /** A finding that comes from no list and does not pass with time. */
  public static Finding of(FindingCode code, String citation, String observed) {
    return new Finding(code, citation, observed, null, null);
  }

  public boolean blocks() {
    return code.blocks();
  }
}
