package io.dialgate.wire.state;

import org.apache.kafka.common.serialization.Serde;

import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.gate.DialHistory;

/** The serdes of the gate's stores, safe for several threads. */
public final class GateStateSerdes {

  private static final byte ENTRIES_FORMAT = 1;
  private static final byte HISTORY_FORMAT = 1;

  private GateStateSerdes() {}

  /** What stands for a number, a prefix or a hash. */
  public static Serde<NumberEntries> entries() {
    return new StateSerde<>(ENTRIES_FORMAT, new EntriesForm());
  }

  /** What is remembered of the requests for a number. */
  public static Serde<DialHistory> history() {
    return new StateSerde<>(HISTORY_FORMAT, new HistoryForm());
  }
}
