package io.dialgate.topology.intake;

import io.dialgate.wire.record.Arrival;

/** Who wrote a record, as far as the record says: the name under which a mis-partitioned producer is reported. */
final class Source {

  private static final String UNNAMED = "unnamed";

  private Source() {}

  static String of(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Asked(var request, var _) -> request.caller().platform();
      case Arrival.Listed(var _, var event, var _) -> event.provenance().source();
      case Arrival.ListedWide(var _, var event, var _) -> event.provenance().source();
      case Arrival.Agreed _,Arrival.Finished _,Arrival.Blocked _,Arrival.Unblocked _,Arrival.Imported _,Arrival.PolicyTold _,Arrival.PolicyActivated _,Arrival.NoMatter _ ->
        UNNAMED;
    };
  }
}
