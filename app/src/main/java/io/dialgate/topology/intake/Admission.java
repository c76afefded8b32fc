package io.dialgate.topology.intake;

import java.time.Instant;

import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;

/** What a record must be before its value is even looked at. */
final class Admission {

  private Admission() {}

  /** The record's value, if the record may come in. */
  static byte[] check(RawRecord record, Instant now) {
    byte[] value = record.value();
    if (record.key() == null) {
      throw new RefusedRecord(RejectionCode.NULL_KEY,
          "expected a key, but the record has none; key it by the number's E.164 form");
    }
    if (value == null) {
      throw new RefusedRecord(RejectionCode.NULL_VALUE,
          "expected a value, but the record has none; inputs are events, and are not deleted by tombstones");
    }
    if (record.bytes() > Intake.MAX_RECORD_BYTES) {
      throw new RefusedRecord(RejectionCode.TOO_LARGE,
          "expected at most %d bytes of key and value, but got %d; shorten the record".formatted(
              Intake.MAX_RECORD_BYTES,
              record.bytes()));
    }
    if (record.time() < 0 || record.time() > now.plus(Intake.MAX_AHEAD).toEpochMilli()) {
      throw new RefusedRecord(RejectionCode.BAD_TIMESTAMP,
          "expected a timestamp between 1970 and %s from now, but got %d ms; set the producer's clock right"
              .formatted(Intake.MAX_AHEAD, record.time()));
    }
    return value;
  }
}
