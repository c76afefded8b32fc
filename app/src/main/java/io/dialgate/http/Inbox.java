package io.dialgate.http;

import java.util.Map;

import io.dialgate.domain.access.Caller;

/** Takes what a platform posts. May be used by many threads at once. */
@FunctionalInterface
public interface Inbox {

  /** What became of it. */
  sealed interface Taking {

    /**
     * All in-sync replicas have it, or it says nothing that matters here.
     *
     * @param told the answer
     */
    record Taken(Map<String, Object> told) implements Taking {}

    /**
     * Nobody can make sense of it, now or later.
     *
     * @param why one sentence: expected what, but got what; do what
     */
    record Malformed(String why) implements Taking {}

    /**
     * The broker has not acknowledged it in time: it has to be sent again.
     *
     * @param why one sentence
     */
    record NotAcknowledged(String why) implements Taking {}
  }

  /**
   * Takes one body, within 5 seconds.
   *
   * @param body as it came
   * @param caller on whose word
   */
  Taking take(String body, Caller caller);
}
