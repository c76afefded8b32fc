package io.dialgate.lists;

import java.time.Instant;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.phone.PhoneNumber;

/** One line of a file of the US national registry. */
public sealed interface FtcLine {

  /** Its place in the file: the first is 1. */
  int line();

  /** A line of a full list, {@code 407,5551234}: the number is registered. */
  record Listed(int line, PhoneNumber number) implements FtcLine {}

  /**
   * A line of a change file, {@code 4075551234,2026-08-29T08:00:00,A}.
   *
   * @param change {@code A}: registered; {@code D}: taken off
   * @param at when. The file states no zone; it is read as UTC, since only the order among the registry's own changes matters
   */
  record Changed(int line, PhoneNumber number, Change change, Instant at) implements FtcLine {}

  /** Neither of them; the sentence names the file and the line. */
  record Malformed(int line, String message) implements FtcLine {}
}
