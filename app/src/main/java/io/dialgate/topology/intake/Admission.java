package io.dialgate.topology.intake;

import java.time.Instant;

import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;

/** What a record must be before it may come in: first itself, then the time that it claims. */
final class Admission {

  private Admission() {}

  /** Refuses a record that may not come in, with at most so many bytes. Its value is not looked at, and may be absent. */
  static void check(RawRecord record, int maxBytes, String keyedBy, Instant now) {
    if (record.key() == null) {
      throw new RefusedRecord(RejectionCode.NULL_KEY,
          "expected a key, but the record has none; key it by %s".formatted(keyedBy));
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
  }

  /** The refusal of a record without a value, where one has to be. */
  static RefusedRecord noValue() {
    return new RefusedRecord(RejectionCode.NULL_VALUE,
        "expected a value, but the record has none; inputs are events, and are not deleted by tombstones");
  }

  private static RefusedRecord tooLarge(String what, int max, int bytes) {
    return new RefusedRecord(RejectionCode.TOO_LARGE,
        "expected at most %d bytes of %s, but got %d; shorten the record".formatted(max, what, bytes));
  }
}
