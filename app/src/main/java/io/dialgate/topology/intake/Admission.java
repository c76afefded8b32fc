package io.dialgate.topology.intake;

import java.time.Instant;
import java.util.Optional;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.wire.record.Arrival;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;

/** What a record must be before the gate may see it: first itself, then the time that it claims. */
final class Admission {

  private Admission() {}

  /** The record's value, if the record may come in with at most so many bytes. */
  static byte[] check(RawRecord record, int maxBytes, Instant now) {
    byte[] value = record.value();
    if (record.key() == null) {
      throw new RefusedRecord(RejectionCode.NULL_KEY,
          "expected a key, but the record has none; key it by the number's E.164 form");
    }
    if (value == null) {
      throw new RefusedRecord(RejectionCode.NULL_VALUE,
          "expected a value, but the record has none; inputs are events, and are not deleted by tombstones");
    }
    if (record.bytes() > maxBytes) {
      throw tooLarge("key and value", maxBytes, record.bytes());
    }
    if (record.headerBytes() > Intake.MAX_RECORD_BYTES) {
      throw tooLarge("headers", Intake.MAX_RECORD_BYTES, record.headerBytes());
    }
    if (record.time() < 0 || record.time() > now.plus(Intake.MAX_AHEAD).toEpochMilli()) {
      throw new RefusedRecord(RejectionCode.BAD_TIMESTAMP,
          "expected a timestamp between 1970 and %s from now, but got %d ms; set the producer's clock right"
              .formatted(Intake.MAX_AHEAD, record.time()));
    }
    return value;
  }

  private static RefusedRecord tooLarge(String what, int max, int bytes) {
    return new RefusedRecord(RejectionCode.TOO_LARGE,
        "expected at most %d bytes of %s, but got %d; shorten the record".formatted(max, what, bytes));
  }

  /**
   * What frees calls and is dated ahead of now would outweigh every wish that is expressed until then: it is not taken. What
   * bars calls is taken whatever its date.
   */
  static Arrival credible(Arrival arrival, Instant now) {
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
