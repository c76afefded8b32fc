package io.dialgate.topology.gate;

import java.time.Instant;
import java.util.Optional;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.topology.intake.Intake;
import io.dialgate.wire.record.Arrival;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;

/** Whether what an arrival claims of its time can be believed. */
final class Credible {

  private Credible() {}

  /**
   * What frees calls and is dated ahead of now would outweigh every wish that is expressed until then: it is not taken. What
   * bars calls is taken whatever its date.
   */
  static Arrival check(Arrival arrival, Instant now) {
    freedAt(arrival).filter(at -> at.isAfter(now.plus(Intake.MAX_AHEAD))).ifPresent(at -> {
      throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected what frees calls (a removal, a permission, a release, a registry's copy) to be of %s from now at the latest, but got %s; set the producer's clock right"
              .formatted(Intake.MAX_AHEAD, at));
    });
    return arrival;
  }

  /** When what frees calls claims to have happened; nothing, if it frees none. */
  private static Optional<Instant> freedAt(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Listed(var _, ListEvent event, var _) -> removedAt(event);
      // All of them are of one time.
      case Arrival.ListedTogether(var each) -> removedAt(each.getFirst().event());
      case Arrival.ListedWide(var _, ListEvent event, var _) -> removedAt(event);
      case Arrival.Agreed(var _, Consent consent, var _) ->
        consent.kind() == Consent.Kind.REVOCATION ? Optional.empty() : Optional.of(consent.occurredAt());
      case Arrival.Unblocked(var _, Instant at, var _) -> Optional.of(at);
      case Arrival.Imported(var copy, var _) -> Optional.of(copy.asOf());
      case Arrival.Asked _,Arrival.Finished _,Arrival.Blocked _,Arrival.PolicyTold _,Arrival.PolicyActivated _,Arrival.NoMatter _ ->
        Optional.empty();
    };
  }

  private static Optional<Instant> removedAt(ListEvent event) {
    return event.change() == Change.REMOVED ? Optional.of(event.occurredAt()) : Optional.empty();
  }
}
