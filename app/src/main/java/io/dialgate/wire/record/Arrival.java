package io.dialgate.wire.record;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.policy.DialRequest;

/** What a record on one of the gate's inputs says, as a domain value. */
public sealed interface Arrival {

  /** Somebody wants to call. */
  record Asked(DialRequest request, Reading reading) implements Arrival {}

  /**
   * An entry of one number changed.
   *
   * @param receipt the event's id, if somebody waits to hear that it is in force; null for a registry's deltas
   */
  record Listed(PhoneNumber number, ListEvent event, @Nullable String receipt) implements Arrival {}

  /** An entry changed that can cover numbers of every partition. */
  record ListedWide(Match.Wide match, ListEvent event, @Nullable String receipt) implements Arrival {}

  /** A dialler tells what became of a call. */
  record Finished(PhoneNumber number, String requestId) implements Arrival {}

  /** A record of the topic that is no matter of the gate's. */
  record NoMatter() implements Arrival {}
}
