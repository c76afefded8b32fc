package io.dialgate.wire.state;

import org.apache.kafka.common.serialization.Serde;

import io.dialgate.domain.consent.NumberConsents;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.gate.DialHistory;

/** The serdes of the gate's stores, safe for several threads. */
public final class GateStateSerdes {

  private static final byte FIRST_FORMAT = 1;

  /** Tells attempts too. */
  private static final byte HISTORY_FORMAT = 2;

  private GateStateSerdes() {}

  /** What stands for a number, a prefix or a hash. */
  public static Serde<NumberEntries> entries() {
    return new StateSerde<>(FIRST_FORMAT, FIRST_FORMAT, new EntriesForm());
  }

  /** What a person agreed to. */
  public static Serde<NumberConsents> consents() {
    return new StateSerde<>(FIRST_FORMAT, FIRST_FORMAT, new ConsentsForm());
  }

  /** What holds for many numbers at once. */
  public static Serde<Standing> standing() {
    return new StateSerde<>(FIRST_FORMAT, FIRST_FORMAT, new StandingForm());
  }

  /** What is remembered of the requests for a number. */
  public static Serde<DialHistory> history() {
    return new StateSerde<>(FIRST_FORMAT, HISTORY_FORMAT, new HistoryForm());
  }
}
