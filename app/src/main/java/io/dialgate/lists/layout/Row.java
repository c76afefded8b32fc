package io.dialgate.lists.layout;

import java.time.Instant;

import io.dialgate.domain.dnc.ListEvent.Change;

/** What one line of a registry's file says. A number is its E.164 digits, as {@link Digits} has them. */
public sealed interface Row {

  /** Of a full list: the number is registered. */
  record Listed(long number) implements Row {}

  /**
   * Of a change list: the number was registered or taken off.
   *
   * @param at when. Where the file states no zone, it is read as UTC, since only the order among the registry's own changes
   * matters
   */
  record Changed(long number, Change change, Instant at) implements Row {}

  /**
   * The registry's answer about a number that was asked about.
   *
   * @param at when it was asked, or given
   */
  record Answered(long number, Answer answer, Instant at) implements Row {}

  /** What a registry that does not release its list says about a number. */
  enum Answer {
    /** It is registered; of the Reassigned Numbers Database: it was disconnected since. */
    LISTED,
    /** It is not. */
    NOT_LISTED,
    /** The registry does not know. */
    UNKNOWN
  }

  /**
   * None of these.
   *
   * @param reason what was expected, and what came
   */
  record Malformed(String reason) implements Row {}
}
