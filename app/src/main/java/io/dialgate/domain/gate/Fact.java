package io.dialgate.domain.gate;

import io.dialgate.domain.dnc.NumberEntries;

/** Something that the gate tells the world. */
public sealed interface Fact {

  /** A request was answered, or an answer was taken back. */
  record Decided(Decision decision) implements Fact {}

  /** A number under a litigation hold was to be called. */
  record HoldDialled(Decision decision) implements Fact {}

  /** The number's entries are now these. */
  record EntriesChanged(NumberEntries entries) implements Fact {}

  /** A request came again. It was answered before, and is not answered a second time. */
  record Repeated(String requestId) implements Fact {}
}
