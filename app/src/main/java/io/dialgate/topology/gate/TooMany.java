package io.dialgate.topology.gate;

import java.util.List;

import io.dialgate.domain.consent.NumberConsents;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;

/** The refusal of an entry that would be one too many. */
final class TooMany {

  private TooMany() {}

  static RefusedRecord entries() {
    return new RefusedRecord(RejectionCode.TOO_MANY_ENTRIES,
        "expected at most %d entries on the lists of one number, prefix or hash, and this would be one more; remove one that is no longer needed"
            .formatted(NumberEntries.MAX_ENTRIES));
  }

  /** Of a record that names several numbers: the rest of them is in force. */
  static RefusedRecord entries(List<PhoneNumber> refused, int of) {
    return new RefusedRecord(RejectionCode.TOO_MANY_ENTRIES,
        "expected at most %d entries on the lists of one number, and for %d of %d numbers (%s) this would be one more; the others are in force: remove an entry that is no longer needed"
            .formatted(NumberEntries.MAX_ENTRIES, refused.size(), of, PhoneNumber.mask(refused.getFirst().e164())));
  }

  static RefusedRecord consents() {
    return new RefusedRecord(RejectionCode.TOO_MANY_CONSENTS,
        "expected at most %d consents of one number, and this would be one more; it exempts from nothing"
            .formatted(NumberConsents.MAX_CONSENTS));
  }

  static RefusedRecord blocks() {
    return new RefusedRecord(RejectionCode.TOO_MANY_BLOCKS,
        "expected at most %d emergency blocks, and this would be one more; release those that are no longer needed"
            .formatted(TaskSurroundings.MAX_BLOCKS));
  }

  static RefusedRecord registries() {
    return new RefusedRecord(RejectionCode.TOO_MANY_REGISTRIES,
        "expected at most %d registries of an area and %d areas, and this would be one more; name a registry as it was named before"
            .formatted(TaskSurroundings.MAX_REGISTRIES, TaskSurroundings.MAX_AREAS));
  }
}
